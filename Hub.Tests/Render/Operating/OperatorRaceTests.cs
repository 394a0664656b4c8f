using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Modules.Render.Operating;
using Hub.Tests.Render.Adoption;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Render.Operating;

/// <summary>Operators and v1's clients who click and write while workers claim, finish and are judged.</summary>
internal sealed class OperatorRaceTests : RenderSpec
{
    private const int Clips = 30;

    [Test]
    public async Task Whatever_is_clicked_meanwhile_every_instruction_ends_once_with_one_clip_or_none()
    {
        var hub = await StartHubAsync(("Worker:Concurrency", "4"));
        await using var client = await V1Client.ConnectAsync(Database);
        await hub.RequestAsync(Enumerable.Range(0, Clips).Select(clip => Request(clip % 5 == 0 ? "fail" : "take 60")));
        await CountBecomesAsync(Clips, "true");

        for (var round = 0; round < 3; round++)
        {
            var ids = Enumerable.Range(1, Clips).Where(id => id % 3 == round).ToList();
            await Task.WhenAll(
                [
                    .. ids.Select(id => Act<Cancellation>(hub, cancellation => cancellation.CancelAsync(id, "anna", "first", CancellationToken.None))),
                    .. ids.Select(id => Act<Cancellation>(hub, cancellation => cancellation.CancelAsync(id, "ben", "second", CancellationToken.None))),
                    .. ids.Select(id => Act<Replay>(hub, replay => replay.ReplayAsync(id, "anna", CancellationToken.None))),
                    .. ids.Select(id => Act<PriorityChange>(hub, change => change.ChangeAsync(id, 1 + (id % 10), "anna", CancellationToken.None))),
                    Act<BulkReplay>(hub, replay => replay.ReplayAsync(["failed", "cancelled"], template: null, since: null, "anna", CancellationToken.None)),
                    client.ExecuteAsync($"UPDATE render_instructions SET status = 'pending' WHERE id % 3 = {round} AND id % 2 = 0"),
                ]);
        }

        await Database.ExecuteAsync("UPDATE render_instructions SET not_before = NULL WHERE not_before < now() + interval '1 hour'");
        await Eventually.BecomesTrueAsync("everything has ended", async () =>
        {
            await Database.ExecuteAsync("UPDATE render_instructions SET not_before = NULL WHERE status = 'pending' AND not_before < now() + interval '1 hour'");
            return await CountAsync("status IN ('completed', 'failed', 'cancelled')") == Clips;
        });
        await Eventually.BecomesTrueAsync("only the clips that count are left", async () => ClipFiles().Count == await Database.ScalarAsync<long>("SELECT count(*) FROM render_outputs"), within: TimeSpan.FromSeconds(40));
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render_outputs WHERE superseded_at IS NULL")).Should().Be(await CountAsync("status = 'completed'"));
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render.lease")).Should().Be(0);
        hub.Log.At(Microsoft.Extensions.Logging.LogLevel.Error).Should().BeEmpty();
        hub.Events.Of<RenderCancelled>().Count.Should().BeLessThanOrEqualTo(Clips * 2);
    }

    private static async Task Act<T>(RenderHub hub, Func<T, Task> act)
        where T : notnull
        => await hub.InScopeAsync(provider => act(provider.GetRequiredService<T>()));
}
