using FluentAssertions;
using Hub.Tests.Host;
using Hub.Tests.Support;
using Hub.Tests.Support.Servers;

namespace Hub.Tests.Messaging;

/// <summary>The tickets of a hub on Redis, which has lanes.</summary>
internal sealed class LostClipLaneTests
{
    [Test]
    public async Task A_live_clip_that_has_lost_its_worker_does_not_queue_again()
    {
        await using var hub = await RunningHub.StartAsync(
        [
            $"--ConnectionStrings:Redis={await TestRedis.ConnectionStringAsync()}",
            $"--Messaging:Prefix={TestRedis.NewPrefix()}",
            "--Messaging:Outbox:SweepInterval=01:00:00",
        ]);

        await hub.Database.ExecuteAsync(
            """
            INSERT INTO public.render_instructions (template_name, trigger_type, trigger_id, lost_workers, is_backlog)
            VALUES ('NAME', 'test', 'usual', 0, false), ('NAME', 'test', 'lost', 1, false), ('NAME', 'test', 'lost, of the backlog', 1, true)
            """);

        await Eventually.BecomesTrueAsync("three tickets are out", async () => await TicketsAsync(hub, "true") == 3);
        (await TicketsAsync(hub, "properties LIKE '%200%'")).Should().Be(1);
        (await TicketsAsync(hub, "properties LIKE '%200%' AND trigger_id = 'lost'")).Should().Be(1);
    }

    private static Task<long> TicketsAsync(RunningHub hub, string which)
        => hub.Database.ScalarAsync<long>(
            $"""
             SELECT count(*) FROM messaging.outbox_message
             JOIN public.render_instructions instruction ON instruction.id = (body::jsonb -> 'message' ->> 'instructionId')::int
             WHERE destination_address LIKE '%render-execute%' AND {which}
             """);
}
