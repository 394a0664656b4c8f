using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Monitoring.Persistence;

/// <summary>The module's tables, in <c>monitoring</c>.</summary>
internal sealed class MonitoringDbContext(DbContextOptions<MonitoringDbContext> options) : DbContext(options)
{
    public const string Schema = "monitoring";

    public DbSet<Alert> Alerts => Set<Alert>();

    public DbSet<AlertDelivery> Deliveries => Set<AlertDelivery>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.HasDefaultSchema(Schema).ApplyConfigurationsFromAssembly(typeof(MonitoringDbContext).Assembly);
}
