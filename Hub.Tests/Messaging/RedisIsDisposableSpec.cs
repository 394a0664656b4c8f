using FluentAssertions;
using Hub.Adapters.Messaging.Redis;
using Hub.Contracts.Render;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Messaging;

/// <summary>Whatever becomes of Redis, every instruction is rendered once, nobody is disturbed at work, and nobody has to do anything.</summary>
internal sealed class RedisIsDisposableSpec : RedisHubSpec
{
    private string Gate => Path.Combine(Folder, "gate");

    [Test]
    public async Task Flushed_in_the_middle_of_it_all()
    {
        var hub = await StartHubAsync();
        await BusyAsync(hub);

        await RedisCliAsync("FLUSHALL");
        await hub.RequestAsync(Request(), Request());
        await FinishAsync(hub, total: 24);

        (await LossesAsync()).Should().Be(1, "queues that are made anew after a loss are no loss of their own");
    }

    [Test]
    public async Task Flushed_with_idle_workers_on_another_host()
    {
        var coordinator = await StartCoordinatorAsync();
        await StartHubAsync(("Coordinator:Enabled", "false"));
        await RedisIsKnownAsync();
        await coordinator.RequestAsync(Request());
        await CountBecomesAsync(1, "status = 'completed'");

        await RedisCliAsync("FLUSHALL");
        await coordinator.RequestAsync(Enumerable.Range(0, 20).Select(_ => Request()));

        await CountBecomesAsync(21, "status = 'completed'");
        (await CountAsync("retry_count > 0")).Should().Be(0);
        await Eventually.BecomesTrueAsync("the loss is noticed, once", async () => await LossesAsync() == 1);
    }

    [Test]
    public async Task Flushed_twice()
    {
        var hub = await StartHubAsync();
        await BusyAsync(hub);

        await RedisCliAsync("FLUSHALL");
        await Eventually.BecomesTrueAsync("the first loss is noticed", async () => await LossesAsync() == 1);
        await RedisCliAsync("FLUSHALL");
        await Eventually.BecomesTrueAsync("the second loss is noticed", async () => await LossesAsync() == 2);

        await FinishAsync(hub, total: 22);
    }

    [TestCase("DEL", "{hub}:queue:render-execute:normal")]
    [TestCase("XGROUP", "DESTROY", "{hub}:queue:render-execute:normal", "bus")]
    [TestCase("DEL", "{hub}:queue:render-execute")]
    [TestCase("DEL", "{hub}:topic:Hub.Contracts.Render:RequestRender")]
    public async Task A_part_of_it_deleted(string command, params object[] arguments)
    {
        var hub = await StartHubAsync();
        await BusyAsync(hub);

        await RedisCliAsync(command, arguments);
        await hub.RequestAsync(Request());

        await FinishAsync(hub, total: 23);
    }

    [Test]
    public async Task Flushed_while_no_hub_was_there()
    {
        var coordinator = await StartCoordinatorAsync();
        await RedisIsKnownAsync();
        await coordinator.StopAsync();
        // A host that only asks: its requests wait in Redis for a coordinator.
        var desk = await StartHubAsync(("Coordinator:Enabled", "false"), ("Worker:Enabled", "false"));
        await desk.RequestAsync(Enumerable.Range(0, 50).Select(_ => Request()));
        await Eventually.BecomesTrueAsync("Redis has the requests", async () => await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox_message WHERE sent_at IS NOT NULL") == 50);
        await desk.StopAsync();

        await RedisCliAsync("FLUSHALL");
        await StartHubAsync();

        await Eventually.BecomesTrueAsync("all requests are rendered", async () => await CountAsync("status = 'completed'") == 50);
    }

    [Test]
    public async Task A_render_queue_gives_out_no_more_tickets_than_there_are_slots()
    {
        var hub = await StartHubAsync();
        await BusyAsync(hub);

        var depth = (await hub.Services.GetRequiredService<IRedisBroker>().MeasureAsync(CancellationToken.None)).Single(depth => depth.Queue == "render-execute");

        depth.Pending.Should().Be(2, "a ticket that waits at a worker could be worked on elsewhere");
        depth.Ready.Should().Be(14);
    }

    /// <summary>Both slots at work until the gate opens, a window of tickets out, more waiting.</summary>
    private async Task BusyAsync(RenderHub hub)
    {
        await RedisIsKnownAsync();
        await hub.RequestAsync(Request($"wait-for {Gate}"), Request($"wait-for {Gate}"));
        await CountBecomesAsync(2, "status = 'processing'");
        await hub.RequestAsync(Enumerable.Range(0, 20).Select(_ => Request()));
        await CountBecomesAsync(14, "status = 'pending' AND dispatched_at IS NOT NULL");
        await Eventually.BecomesTrueAsync("Redis has the tickets", async () => await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox_message WHERE sent_at IS NULL") == 0);
    }

    private async Task FinishAsync(RenderHub hub, int total)
    {
        await File.WriteAllTextAsync(Gate, "");
        await Eventually.BecomesTrueAsync($"{total} instructions are completed", async () => await CountAsync("status = 'completed'") == total);
        await Eventually.BecomesTrueAsync("the loss is noticed", async () => await LossesAsync() >= 1);
        (await CountAsync("retry_count > 0")).Should().Be(0, "nothing has failed");
        (await CountAsync("attempt = 1 AND layer_data_json ->> 'do' LIKE 'wait-for%'")).Should().Be(2, "what was being rendered was not disturbed");
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render_outputs")).Should().Be(total);
        await Eventually.BecomesTrueAsync("every completion is announced", () => Task.FromResult(hub.Events.Of<RenderCompleted>().Count == total));
    }
}
