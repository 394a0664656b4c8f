using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Leases;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hub.Tests.Render.Deadlines;

/// <summary>When a clip is needed, and the word that it will be too late.</summary>
internal sealed class DeadlineTests : RenderSpec
{
    private readonly List<NpgsqlConnection> _workers = [];

    [TearDown]
    public async Task EndWorkersAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.DisposeAsync();
        }

        _workers.Clear();
    }

    [Test]
    public async Task A_clip_that_will_be_late_is_told_once_and_when_it_is_done()
    {
        var file = Path.Combine(Folder, "go");
        var hub = await StartHubAsync();
        await hub.RequestAsync(Request($"wait-for {file}") with { NeededAt = In(hub, seconds: 3) });
        await CountBecomesAsync(1, "status = 'processing'");

        await WatchAsync(hub);
        await WatchAsync(hub);

        await AlertsBecomeAsync(hub, raised: 1, resolved: 0);
        hub.Events.Of<AlertRaised>().Should().AllSatisfy(alert =>
        {
            alert.Code.Should().Be(AlertCodes.RenderDeadlineAtRisk);
            alert.Text.Should().Contain(TestTemplates.Name);
        });

        await File.WriteAllTextAsync(file, "");
        await CountBecomesAsync(1, "status = 'completed'");
        await WatchAsync(hub);

        await AlertsBecomeAsync(hub, raised: 1, resolved: 1);
        hub.Events.Of<AlertResolved>()[0].Subject.Should().Be(hub.Events.Of<AlertRaised>()[0].Subject);
    }

    [Test]
    public async Task One_that_will_be_in_time_is_no_news()
    {
        var hub = await StartCoordinatorAsync();
        await hub.RequestAsync(Request() with { NeededAt = In(hub, seconds: 3600) });
        await CountBecomesAsync(1, "needed_at IS NOT NULL");

        await WatchAsync(hub);

        (await RisksAsync()).Should().Be(0);
    }

    [Test]
    public async Task The_queue_ahead_of_it_counts()
    {
        var hub = await StartCoordinatorAsync();
        await WorkerAsync(slots: 1);
        await hub.RequestAsync(Enumerable.Range(0, 20).Select(_ => Request(priority: 1)));
        await CountBecomesAsync(20, "status = 'pending'");

        // Nothing was measured yet: ten seconds each.
        await hub.RequestAsync(Request(priority: 9) with { NeededAt = In(hub, seconds: 60) }, Request(priority: 9) with { NeededAt = In(hub, seconds: 1000) });
        await CountBecomesAsync(2, "needed_at IS NOT NULL");
        await WatchAsync(hub);

        (await RisksAsync()).Should().Be(1);
    }

    [Test]
    public async Task One_that_comes_to_be_in_time_after_all_is_told_as_well()
    {
        var hub = await StartCoordinatorAsync();
        await WorkerAsync(slots: 1);
        await hub.RequestAsync(Enumerable.Range(0, 20).Select(_ => Request(priority: 1)));
        await hub.RequestAsync(Request(priority: 9) with { NeededAt = In(hub, seconds: 60) });
        await CountBecomesAsync(21, "status = 'pending'");
        await WatchAsync(hub);
        await AlertsBecomeAsync(hub, raised: 1, resolved: 0);

        await WorkerAsync(slots: 20);
        await Eventually.BecomesTrueAsync("the risk is over", async () =>
        {
            await WatchAsync(hub);
            return await RisksAsync() == 0;
        });

        await AlertsBecomeAsync(hub, raised: 1, resolved: 1);
    }

    [Test]
    public async Task Coordinators_that_look_at_once_tell_it_once()
    {
        var hubs = new[] { await StartCoordinatorAsync(), await StartCoordinatorAsync() };
        await hubs[0].RequestAsync(Request() with { NeededAt = In(hubs[0], seconds: -1) });
        await CountBecomesAsync(1, "needed_at IS NOT NULL");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(look => WatchAsync(hubs[look % 2])));

        (await RisksAsync()).Should().Be(1);
        await Eventually.BecomesTrueAsync("it is told", () => Task.FromResult(hubs.Sum(hub => hub.Events.Of<AlertRaised>().Count) == 1));
    }

    private static DateTimeOffset In(RenderHub hub, double seconds) => hub.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddSeconds(seconds);

    private static Task WatchAsync(RenderHub hub)
        => hub.InScopeAsync(provider => provider.GetServices<IRecurringJob>().Single(job => job.Name == "render-deadlines").RunAsync(CancellationToken.None));

    private static Task AlertsBecomeAsync(RenderHub hub, int raised, int resolved)
        => Eventually.BecomesTrueAsync(
            $"{raised} raised, {resolved} resolved", () => Task.FromResult(hub.Events.Of<AlertRaised>().Count == raised && hub.Events.Of<AlertResolved>().Count == resolved));

    private Task<long> RisksAsync() => Database.ScalarAsync<long>("SELECT count(*) FROM render.deadline_risk");

    /// <summary>A worker that is there and does nothing.</summary>
    private async Task WorkerAsync(int slots)
    {
        var connection = await Database.DataSource.OpenConnectionAsync();
        _workers.Add(connection);
        await using var command = new NpgsqlCommand(
            $"WITH added AS (INSERT INTO render.worker (name, slots, started_at, last_seen_at) VALUES ('idle', {slots}, now(), now()) RETURNING id) SELECT pg_advisory_lock({PresenceLock.Class}, id) FROM added",
            connection);
        await command.ExecuteNonQueryAsync();
    }
}
