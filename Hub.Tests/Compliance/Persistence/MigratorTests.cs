using FluentAssertions;
using Hub.Adapters.Persistence.Postgres;
using Hub.Adapters.Persistence.Postgres.Migrator;
using Hub.Adapters.Persistence.Postgres.Model;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hub.Tests.Compliance.Persistence;

internal sealed class MigratorTests
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Database=hub;Username=hub";

    [Test]
    public async Task Several_hosts_that_migrate_at_once_end_with_one_schema()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();
        await using var services = Services(database.ConnectionString);
        var migrator = services.GetRequiredService<DatabaseMigrator>();
        (await migrator.PendingAsync(CancellationToken.None)).Should().NotBeEmpty();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => migrator.MigrateAsync(CancellationToken.None)));

        (await migrator.PendingAsync(CancellationToken.None)).Should().BeEmpty();
        await migrator.WaitUntilMigratedAsync(CancellationToken.None);
        (await database.ScalarAsync<bool>("SELECT to_regclass('messaging.outbox_message') IS NOT NULL")).Should().BeTrue();
    }

    [Test]
    public async Task The_script_may_be_run_twice()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();
        await using var services = Services(database.ConnectionString);

        var script = await services.GetRequiredService<DatabaseMigrator>().ScriptAsync();
        await database.ExecuteAsync(script);
        await database.ExecuteAsync(script);

        (await services.GetRequiredService<DatabaseMigrator>().PendingAsync(CancellationToken.None)).Should().BeEmpty();
    }

    [Test]
    public async Task A_database_that_was_in_use_before_there_were_timers_gets_them_and_keeps_its_messages()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();
        await using var services = Services(database.ConnectionString);
        await using var scope = services.CreateAsyncScope();
        var messaging = scope.ServiceProvider.GetRequiredService<MessagingDbContext>();
        await messaging.GetService<IMigrator>().MigrateAsync("OrderDueScopes");
        await database.ExecuteAsync("INSERT INTO messaging.outbox_scope (id, attempts) VALUES (gen_random_uuid(), 0)");

        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);

        (await database.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox_scope")).Should().Be(1);
        (await database.ScalarAsync<bool>("SELECT to_regclass('messaging.timer') IS NOT NULL AND to_regclass('messaging.qrtz_triggers') IS NOT NULL")).Should().BeTrue();

        await messaging.GetService<IMigrator>().MigrateAsync("OrderDueScopes");

        (await database.ScalarAsync<long>("SELECT count(*) FROM pg_class WHERE relnamespace = 'messaging'::regnamespace AND relkind = 'r' AND (relname LIKE 'qrtz%' OR relname = 'timer')"))
            .Should().Be(0, "what a migration makes it can take back");
    }

    [Test]
    public async Task A_host_that_may_not_migrate_says_what_it_waits_for()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();
        await using var services = Services(database.ConnectionString);
        await using var nowhere = Services(Nowhere);

        (await services.GetRequiredService<DatabaseMigrator>().FindLackAsync(CancellationToken.None)).Should().Match("*CreateMessaging*hub migrate*");
        (await nowhere.GetRequiredService<DatabaseMigrator>().FindLackAsync(CancellationToken.None)).Should().Match("*'hub'*127.0.0.1:1*");
    }

    [Test]
    public async Task A_server_that_does_not_answer_is_named()
    {
        await using var services = Services(Nowhere);

        var migrate = () => services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);

        (await migrate.Should().ThrowAsync<DatabaseUnavailableException>()).WithMessage("*'hub'*127.0.0.1:1*ConnectionStrings:Hub*");
    }

    private static ServiceProvider Services(string connectionString)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                [$"{MigratorOptions.SectionName}:ConnectTimeout"] = connectionString == Nowhere ? "00:00:00.5" : "00:01:00",
            })
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(_ => NpgsqlDataSource.Create(connectionString))
            .AddPostgresPersistence(configuration, [])
            .BuildServiceProvider();
    }
}
