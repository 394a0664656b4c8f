using Hub.Modules.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Hub.Modules.Monitoring.Persistence;

/// <summary>Lets dotnet-ef build the model; nothing connects.</summary>
internal sealed class MonitoringDbContextFactory : IDesignTimeDbContextFactory<MonitoringDbContext>
{
    public MonitoringDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<MonitoringDbContext>();
        ModuleDatabase.Configure(options, NpgsqlDataSource.Create("Host=design.invalid"), MonitoringDbContext.Schema);
        return new MonitoringDbContext(options.Options);
    }
}
