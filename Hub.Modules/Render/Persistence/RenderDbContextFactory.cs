using Hub.Modules.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Hub.Modules.Render.Persistence;

/// <summary>Lets dotnet-ef build the model; nothing connects.</summary>
internal sealed class RenderDbContextFactory : IDesignTimeDbContextFactory<RenderDbContext>
{
    public RenderDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<RenderDbContext>();
        ModuleDatabase.Configure(options, NpgsqlDataSource.Create("Host=design.invalid"), RenderDbContext.Schema);
        return new RenderDbContext(options.Options);
    }
}
