using Hub.Modules.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Hub.Modules.FeatureTable.Persistence;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model; it never connects.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<FeatureTableDbContext>
{
    public FeatureTableDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<FeatureTableDbContext>();
        ModuleDatabase.Configure(options, NpgsqlDataSource.Create("Host=localhost"), FeatureTableDbContext.Schema);
        return new FeatureTableDbContext(options.Options);
    }
}
