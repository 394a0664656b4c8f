using Hub.Adapters.Persistence.Postgres;
using Hub.Adapters.Persistence.Postgres.Migrator;
using Hub.Contracts.Monitoring;
using Hub.Modules.Kernel;
using Hub.Modules.Monitoring;
using Hub.Modules.Monitoring.Alerts;
using Hub.Modules.Monitoring.Alerts.Sending;
using Hub.Modules.Monitoring.Persistence;
using Hub.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Monitoring.Alerts;

/// <summary>The store of alerts on a real database, with a clock that stands still until told, and nobody who sends.</summary>
internal sealed class AlertBook : IAsyncDisposable
{
    public const string Code = AlertCodes.RenderFailed;
    public const string Subject = "Elimination";

    private readonly ServiceProvider _services;

    private AlertBook(ServiceProvider services, TestDatabase database, FakeTimeProvider clock) => (_services, Database, Clock) = (services, database, clock);

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; }

    public static Task<TestDatabase> CreateDatabaseAsync() => TestPostgres.CreateDatabaseAsync(nameof(AlertBook), async database =>
    {
        await using var services = Services(database, new FakeTimeProvider(), []);
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
    });

    /// <param name="settings">Keys below <c>Alerts</c>.</param>
    public static async Task<AlertBook> OpenAsync(params (string Key, string Value)[] settings)
    {
        var (database, clock) = (await CreateDatabaseAsync(), new FakeTimeProvider(new DateTimeOffset(2026, 9, 12, 20, 0, 0, TimeSpan.Zero)));
        return new(Services(database, clock, settings), database, clock);
    }

    /// <param name="ago">Minutes before now at which it happened.</param>
    public Task RaiseAsync(double ago = 0, AlertSeverity severity = AlertSeverity.Warning, string subject = Subject, string text = "No layer 'Rank'.")
        => InTransactionAsync<AlertStore>(store => store.RaiseAsync(
            new AlertRaised { Code = Code, Severity = severity, Subject = subject, Text = text, OccurredAt = Clock.GetUtcNow().AddMinutes(-ago) }, CancellationToken.None));

    /// <summary>As the consumer does.</summary>
    public Task ResolveAsync(double ago = 0, string subject = Subject) => InTransactionAsync<AlertStore>(async store =>
    {
        var ending = new AlertEnding(Code, subject, "It was rendered.", Clock.GetUtcNow().AddMinutes(-ago));
        if (!await store.ResolveAsync(ending, CancellationToken.None))
            await store.RememberEndAsync(ending, CancellationToken.None);
    });

    public Task CloseAsync(long id) => InTransactionAsync<AlertStore>(store => store.CloseAsync(id, "anna", CancellationToken.None));

    public async Task CareAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IRecurringJob>().OfType<AlertCare>().Single().RunAsync(CancellationToken.None);
    }

    /// <summary>What is due for a target, as told in an attempt that then succeeds.</summary>
    public async Task<IReadOnlyList<string>> SendAsync(string target = "webhook 1")
    {
        IReadOnlyList<AlertNotice> notices = [];
        await InTransactionAsync<DeliveryQueue>(async queue =>
        {
            notices = await queue.TakeAsync(target, CancellationToken.None);
            await queue.NoteSentAsync(notices, CancellationToken.None);
        });
        return [.. notices.Select(notice => $"{notice.News} {notice.Subject}")];
    }

    public Task InTransactionAsync<T>(Func<T, Task> step)
        where T : notnull
        => InScopeAsync(async (provider, db) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await step(provider.GetRequiredService<T>());
            await transaction.CommitAsync();
        });

    /// <summary>All rows, oldest first, those of which only the end is known among them.</summary>
    public async Task<IReadOnlyList<Alert>> RowsAsync()
    {
        List<Alert> rows = [];
        await InScopeAsync(async (_, db) => rows = await db.Alerts.AsNoTracking().OrderBy(alert => alert.Id).ToListAsync());
        return rows;
    }

    public async Task<IReadOnlyList<Alert>> OpenAlertsAsync() => [.. (await RowsAsync()).Where(alert => alert.ResolvedAt is null)];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task InScopeAsync(Func<IServiceProvider, MonitoringDbContext, Task> work)
    {
        await using var scope = _services.CreateAsyncScope();
        await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<MonitoringDbContext>());
    }

    private static ServiceProvider Services(TestDatabase database, TimeProvider clock, (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Alerts:{setting.Key}", (string?)setting.Value))).Build();
        var module = new MonitoringModule();
        var services = new ServiceCollection().AddLogging().AddSingleton(database.DataSource).AddSingleton(clock);
        services.AddPostgresPersistence(configuration, [module]);
        module.AddServices(services, configuration);
        return services.BuildServiceProvider();
    }
}
