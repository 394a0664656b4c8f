using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.FeatureTable.Persistence;

/// <summary>The module's tables: v1's <c>public.hands</c>, and what only this module knows in <c>feature_table</c>.</summary>
internal sealed class FeatureTableDbContext(DbContextOptions<FeatureTableDbContext> options) : DbContext(options)
{
    public const string Schema = "feature_table";

    public DbSet<HandRow> Hands => Set<HandRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<SourceFileRow> SourceFiles => Set<SourceFileRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder
            .HasDefaultSchema(Schema)
            .ApplyConfiguration(new HandRowConfiguration())
            .ApplyConfiguration(new SessionRowConfiguration())
            .ApplyConfiguration(new SourceFileRowConfiguration());
}
