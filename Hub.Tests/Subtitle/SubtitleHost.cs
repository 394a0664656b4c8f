using System.Collections.Concurrent;
using System.Globalization;
using Hub.Adapters.Persistence.Postgres;
using Hub.Adapters.Persistence.Postgres.Migrator;
using Hub.Contracts.FeatureTable;
using Hub.Contracts.Render;
using Hub.Modules.Kernel;
using Hub.Modules.Subtitle;
using Hub.Modules.Subtitle.Persistence;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Tests.Subtitle;

/// <summary>The Subtitle module on a real database, with outbox and inbox, an in-memory bus, and a probe for Render.</summary>
internal sealed class SubtitleHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly TestDatabase _database;
    private readonly ConcurrentDictionary<Guid, RequestRender> _requests;

    private SubtitleHost(IHost host, TestDatabase database, ConcurrentDictionary<Guid, RequestRender> requests)
    {
        _host = host;
        _database = database;
        _requests = requests;
    }

    /// <summary>Every message by which Render was asked for a clip of this session so far.</summary>
    public IReadOnlyList<RequestRender> Requests(long session = SomeHand.Session)
        => [.. _requests.Values.Where(request => request.TriggerId.StartsWith($"{session}/", StringComparison.Ordinal))];

    /// <summary>Every message by which Render was asked for a clip about this tournament so far.</summary>
    public IReadOnlyList<RequestRender> Requests(string eventCode)
        => [.. _requests.Values.Where(request => request.TriggerId.StartsWith($"{eventCode}/", StringComparison.Ordinal))];

    public IServiceProvider Services => _host.Services;

    public static Task<TestDatabase> CreateDatabaseAsync() => TestPostgres.CreateDatabaseAsync("subtitle", MigrateAsync);

    public static async Task MigrateAsync(TestDatabase database)
    {
        using var host = Build(database, new(), []);
        await host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
    }

    /// <summary>Brings the module's own tables to where a migration left them.</summary>
    public static async Task MigrateAsync(TestDatabase database, string migration)
    {
        using var host = Build(database, new(), []);
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SubtitleDbContext>().Database.GetService<IMigrator>().MigrateAsync(migration);
    }

    /// <param name="database">Where it runs; a second host on the same one is the first one started anew.</param>
    /// <param name="before">The host that ran before, whose requests count on.</param>
    /// <param name="settings">Settings that differ from the defaults.</param>
    public static async Task<SubtitleHost> StartAsync(TestDatabase database, SubtitleHost? before = null, params (string Key, string Value)[] settings)
    {
        var requests = before?._requests ?? new();
        var host = Build(database, requests, settings);
        await host.StartAsync();
        return new SubtitleHost(host, database, requests);
    }

    /// <summary>Publishes hands in this order, each with a message id of its own identity: the same hand again is a redelivery.</summary>
    public Task CaptureAsync(params IEnumerable<HandCaptured> hands) => HappenAsync(hands);

    /// <summary>Publishes what happened in this order; the same again is a redelivery.</summary>
    public async Task HappenAsync(params IEnumerable<object> events)
    {
        var bus = _host.Services.GetRequiredService<IBus>();
        foreach (var happened in events)
        {
            var (session, sequence) = happened switch
            {
                HandCaptured hand => (hand.SessionId, hand.Sequence),
                HandRevised revised => (revised.Hand.SessionId, revised.Hand.Sequence),
                HandCalledOff calledOff => (calledOff.SessionId, calledOff.Sequence),
                _ => throw new ArgumentException($"{happened.GetType()} does not happen to hands.", nameof(events)),
            };
            await bus.Publish(happened, context => context.MessageId = new Guid((int)sequence, (short)session, 0, new byte[8]));
        }
    }

    /// <summary>What Render knows of each caption of the session: the newest revision, whatever came last.</summary>
    public IReadOnlyList<RequestRender> Captions(long session = SomeHand.Session)
        => [.. Requests(session).GroupBy(Key, (_, revisions) => revisions.MaxBy(request => request.Revision)!).OrderBy(Key, StringComparer.Ordinal)];

    /// <summary>Names a caption whatever the session.</summary>
    public static string Key(RequestRender request)
        => $"{request.TriggerType} {request.TriggerId[(request.TriggerId.IndexOf('/', StringComparison.Ordinal) + 1)..]} {request.TemplateName} {request.Subject} {request.RequestNo}";

    /// <summary>Works in a scope of its own, as an endpoint would.</summary>
    public async Task InScopeAsync(Func<IServiceProvider, Task> workAsync)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        await workAsync(scope.ServiceProvider);
    }

    /// <summary>Waits until the session's events up to <paramref name="sequence"/> are worked and Render has every request.</summary>
    public async Task DecidedAsync(long sequence, long session = SomeHand.Session)
    {
        await Eventually.BecomesTrueAsync(
            $"hands up to {sequence} are decided",
            async () => await LastDecidedAsync(session) >= sequence);
        await DeliveredAsync();
    }

    /// <summary>Waits until Render has every request.</summary>
    public Task DeliveredAsync()
        => Eventually.BecomesTrueAsync("every request is with Render", async () => await PendingAsync("undelivered messages") == 0);

    /// <summary>Waits until so many hands are stored, or more.</summary>
    public Task StoredAtLeastAsync(int hands)
        => Eventually.BecomesTrueAsync($"{hands} hands are stored", async () => await _database.ScalarAsync<long>("SELECT count(*) FROM subtitle.hand") >= hands);

    /// <summary>Waits until <paramref name="hands"/> hands of the session are stored, decided or waiting.</summary>
    public Task StoredAsync(int hands, long session = SomeHand.Session)
        => Eventually.BecomesTrueAsync(
            $"{hands} hands are stored",
            async () => await _database.ScalarAsync<long>(Sql(
                $"SELECT (SELECT count(*) FROM subtitle.hand WHERE session_id = {session}) + (SELECT count(*) FROM subtitle.hand_event WHERE session_id = {session})")) == hands);

    public Task<long> LastDecidedAsync(long session = SomeHand.Session)
        => _database.ScalarAsync<long>(Sql($"SELECT last_decided FROM subtitle.session WHERE session_id = {session}"));

    /// <summary>A section of v1's statistics.</summary>
    public Task<IReadOnlyDictionary<string, long>> StatsAsync(string section)
        => _host.Services.GetServices<IStatsSource>().Single(source => source.Section == section).ReadAsync(CancellationToken.None);

    /// <summary>What the pages would show as work left to do.</summary>
    public Task<long> PendingAsync(string work)
        => _host.Services.GetServices<IPendingWork>().Single(pending => pending.Name == work).CountAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static IHost Build(TestDatabase database, ConcurrentDictionary<Guid, RequestRender> requests, (string Key, string Value)[] settings)
    {
        IHubModule[] modules = [new SubtitleModule(), new RenderProbe(requests)];
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Logging.AddProvider(new TestOutputLoggerProvider()).SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Services.AddSingleton(database.DataSource);
        builder.Services.AddPostgresPersistence(builder.Configuration, modules);
        foreach (var module in modules)
        {
            module.AddServices(builder.Services, builder.Configuration);
        }

        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var module in modules)
            {
                module.AddMessaging(bus, builder.Configuration);
            }

            bus.UsePostgresPersistence(modules);
            bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
        });
        return builder.Build();
    }

    private static string Sql(FormattableString sql) => sql.ToString(CultureInfo.InvariantCulture);
}
