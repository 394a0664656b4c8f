using Hub.Modules.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Model;

/// <summary>For <c>dotnet ef</c> only: makes the model without a host and without a server.</summary>
internal sealed class MessagingDbContextFactory : IDesignTimeDbContextFactory<MessagingDbContext>
{
    public MessagingDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<MessagingDbContext>();
        ModuleDatabase.Configure(options, NpgsqlDataSource.Create("Host=localhost"), MessagingModel.Schema);
        return new MessagingDbContext(options.Options);
    }
}
