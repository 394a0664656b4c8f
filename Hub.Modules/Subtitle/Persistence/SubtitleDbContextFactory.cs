using Hub.Modules.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Hub.Modules.Subtitle.Persistence;

/// <summary>For <c>dotnet ef</c> only: makes the model without a host and without a server.</summary>
internal sealed class SubtitleDbContextFactory : IDesignTimeDbContextFactory<SubtitleDbContext>
{
    public SubtitleDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SubtitleDbContext>();
        ModuleDatabase.Configure(options, NpgsqlDataSource.Create("Host=localhost"), SubtitleDbContext.Schema);
        return new SubtitleDbContext(options.Options);
    }
}
