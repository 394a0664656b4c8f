using Hub.Contracts.Render;
using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Operating;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Working;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Render.Tracking;

/// <summary>
/// What v1's clients read stays true in every transition: status, retry_count, started_at, completed_at and error_message. Those that v1's clients make
/// themselves are in <see cref="Adoption.ExternalStatusTests"/>, the reaper's in <see cref="Recovery.ReaperTests"/>.
/// </summary>
internal sealed class V1ColumnTests : RenderSpec
{
    private const string Running = "'processing', 1, 3, now() - interval '5 s', NULL, 'as before', $claim, now(), false";
    private const string LastTry = "'processing', 3, 3, now() - interval '5 s', NULL, 'as before', $claim, now(), false";
    private const string Ticketed = "'pending', 1, 3, NULL, NULL, 'as before', NULL, now(), false";
    private const string Dead = "'failed', 3, 3, now() - interval '5 s', now() - interval '1 s', 'as before', $claim, NULL, false";

    private static readonly Guid ClaimId = Guid.NewGuid();
    private static readonly FinishedClip Clip = new("/clips/clip.mov", 1, new string('0', 64), 10, 640, 360, null);

    /// <summary>Name, row before, what happens, and (status, retry_count, started_at, completed_at, error_message) after it.</summary>
    private static readonly (string Name, string Before, Func<RenderHub, Task> Happens, string After)[] Transitions =
    [
        ("claimed", Ticketed, TakeAsync, "processing 1 started - as before"),
        ("completed", Running, hub => Store(hub, store => store.CompleteAsync(Claim, Clip, CancellationToken.None)), "completed 1 started ended -"),
        ("completed at the last try", LastTry, hub => Store(hub, store => store.CompleteAsync(Claim, Clip, CancellationToken.None)), "completed 3 started ended -"),
        ("failed, to be tried again", Running, hub => Say(hub, Failed(RenderFailureKind.Retryable)), "pending 2 - - it fails"),
        ("too slow, to be tried again", Running, hub => Say(hub, Failed(RenderFailureKind.TimeLimit)), "pending 2 - - it fails"),
        ("failed for good", Running, hub => Say(hub, Failed(RenderFailureKind.Final)), "failed 1 started ended it fails"),
        ("failed the last time", LastTry, hub => Say(hub, Failed(RenderFailureKind.Retryable)), "failed 3 started ended it fails"),
        ("too slow the last time", LastTry, hub => Say(hub, Failed(RenderFailureKind.TimeLimit)), "timed_out 3 started ended it fails"),
        ("worker lost", LastTry, hub => Say(hub, Lost(isCharged: true)), "pending 3 - - it is gone"),
        ("hub and worker lost", LastTry, hub => Say(hub, Lost(isCharged: false)), "pending 3 - - as before"),
        ("handed back", LastTry, hub => Say(hub, HandedBack()), "pending 3 - - as before"),
        ("handed back and withdrawn", Running.Replace("false", "true", StringComparison.Ordinal), hub => Say(hub, HandedBack()), "cancelled 1 - ended called off"),
        ("cancelled while running", Running, CancelAsync, "cancelled 1 started ended Cancelled by anna."),
        ("cancelled while waiting", Ticketed, CancelAsync, "cancelled 1 - ended Cancelled by anna."),
        ("replayed", Dead, ReplayAsync, "pending 0 - - -"),
        ("replayed with others", Dead, hub => Of<BulkReplay>(hub, replay => replay.ReplayAsync(["failed"], template: null, since: null, "anna", CancellationToken.None)), "pending 0 - - -"),
        ("given another priority", Ticketed, hub => Of<PriorityChange>(hub, change => change.ChangeAsync(1, 1, "anna", CancellationToken.None)), "pending 1 - - as before"),
    ];

    private static Claim Claim => new()
    {
        ClaimId = ClaimId,
        InstructionId = 1,
        Attempt = 4,
        CorrelationId = ClaimId,
        TemplateName = TestTemplates.Name,
        LayerDataJson = "{}",
        OutputSettingsJson = "{}",
    };

    [Test]
    public async Task The_columns_that_v1_reads_stay_true_in_every_transition()
    {
        var hub = await StartCoordinatorAsync();
        // Takes claims and stores results without working off any ticket.
        var worker = BuildIdleHub();
        foreach (var (name, before, happens, after) in Transitions)
        {
            await PrepareAsync(before);

            await happens(name is "claimed" || name.StartsWith("completed", StringComparison.Ordinal) ? worker : hub);

            await Eventually.BecomesTrueAsync($"'{name}' makes it {after}", async () => await ReadAsync() == after, within: TimeSpan.FromSeconds(15));
        }
    }

    private async Task PrepareAsync(string before)
        => await Database.ExecuteAsync($$"""
            DELETE FROM render_outputs;
            DELETE FROM render_instructions;
            DELETE FROM render.lease;
            DELETE FROM render.abandoned_claim;
            INSERT INTO render_instructions (
              id, template_name, layer_data_json, correlation_id, attempt, stale_reason, status, retry_count, max_retries, started_at, completed_at, error_message, claim_id, dispatched_at, is_withdrawn)
            VALUES (1, 'Test Card', '{"do": "succeed"}', '{{ClaimId}}', 4, 'called off', {{before.Replace("$claim", $"'{ClaimId}'", StringComparison.Ordinal)}})
            """);

    private async Task<string?> ReadAsync() => await Database.ScalarAsync<string>(
        """
        SELECT concat_ws(' ', status, retry_count, CASE WHEN started_at IS NULL THEN '-' ELSE 'started' END, CASE WHEN completed_at IS NULL THEN '-' ELSE 'ended' END, coalesce(error_message, '-'))
        FROM render_instructions
        """);

    private static Task TakeAsync(RenderHub hub)
        => Store(hub, store => store.TryTakeAsync(new ExecuteRender { InstructionId = 1, Attempt = 4 }, ClaimId, CancellationToken.None));

    private static Task CancelAsync(RenderHub hub) => Of<Cancellation>(hub, cancellation => cancellation.CancelAsync(1, "anna", reason: null, CancellationToken.None));

    private static Task ReplayAsync(RenderHub hub) => Of<Replay>(hub, replay => replay.ReplayAsync(1, "anna", CancellationToken.None));

    private static Task Store(RenderHub hub, Func<ClaimStore, Task> step) => Of(hub, step);

    private static Task Of<T>(RenderHub hub, Func<T, Task> step)
        where T : notnull
        => hub.InScopeAsync(provider => step(provider.GetRequiredService<T>()));

    private static Task Say(RenderHub hub, object message) => hub.InScopeAsync(async provider =>
    {
        await provider.GetRequiredService<IPublishEndpoint>().Publish(message);
        await provider.GetRequiredService<RenderDbContext>().SaveChangesAsync();
    });

    private static RenderAttemptFailed Failed(RenderFailureKind kind)
        => new() { CorrelationId = ClaimId, InstructionId = 1, Attempt = 4, ClaimId = ClaimId, Worker = "pc", Kind = kind, Reason = "it fails" };

    private static RenderAttemptLost Lost(bool isCharged)
        => new() { CorrelationId = ClaimId, InstructionId = 1, Attempt = 4, ClaimId = ClaimId, Worker = "pc", IsCharged = isCharged, Reason = "it is gone" };

    private static RenderHandedBack HandedBack()
        => new() { CorrelationId = ClaimId, InstructionId = 1, Attempt = 4, ClaimId = ClaimId, Worker = "pc" };
}
