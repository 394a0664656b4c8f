using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Working;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Render.Working;

internal sealed class FenceTests : RenderSpec
{
    [Test]
    public async Task Eight_copies_of_a_ticket_make_one_claim()
    {
        var hub = await StartWorkerWithoutTicketsAsync();
        await AddDispatchedAsync();

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TakeAsync(hub)));

        claims.OfType<Claim>().Should().ContainSingle();
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render.lease")).Should().Be(1);
        await CountBecomesAsync(1, "status = 'processing'");
    }

    [TestCase(2, "pending", "now()", Description = "a later attempt is wanted")]
    [TestCase(1, "cancelled", "now()", Description = "nobody wants it any more")]
    [TestCase(1, "pending", "NULL", Description = "its ticket was recalled")]
    public async Task A_stale_ticket_is_no_right_to_work(int attempt, string status, string dispatchedAt)
    {
        var hub = await StartWorkerWithoutTicketsAsync();
        await AddDispatchedAsync();
        await Database.ExecuteAsync($"UPDATE render_instructions SET attempt = {attempt}, status = '{status}', dispatched_at = {dispatchedAt}");

        (await TakeAsync(hub)).Should().BeNull();
    }

    [Test]
    public async Task A_zombies_result_is_refused_and_its_file_removed()
    {
        var file = Path.Combine(Folder, "go");
        var hub = await StartHubAsync();
        await hub.RequestAsync(Request($"wait-for {file}"));
        await Eventually.BecomesTrueAsync("the engine writes", () => Task.FromResult(ClipFiles().Count == 1));
        // Someone else decides over the instruction; the worker is not told (its lease goes on).
        await Database.ExecuteAsync("UPDATE render_instructions SET claim_id = gen_random_uuid()");

        await File.WriteAllTextAsync(file, "");

        await Eventually.BecomesTrueAsync("its file is removed", () => Task.FromResult(ClipFiles().Count == 0));
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render_outputs")).Should().Be(0);
        (await CountAsync("status = 'processing'")).Should().Be(1);
    }

    [Test]
    public async Task A_claim_that_is_taken_stops_its_engine_at_once()
    {
        var hub = await StartHubAsync(("LeaseSeconds", "60"));
        await hub.RequestAsync(Request("hang"));
        await Eventually.BecomesTrueAsync("the engine writes", () => Task.FromResult(ClipFiles().Count == 1));

        await Database.ExecuteAsync("DELETE FROM render.lease");

        await Eventually.BecomesTrueAsync("its file is removed", () => Task.FromResult(ClipFiles().Count == 0), within: TimeSpan.FromSeconds(40));
        hub.Events.Of<RenderAttemptFailed>().Should().BeEmpty("whoever took the claim decides");
    }

    [Test]
    public async Task A_result_whose_answer_was_lost_can_be_stored_again()
    {
        var hub = await StartWorkerWithoutTicketsAsync();
        await AddDispatchedAsync();
        var claim = (await TakeAsync(hub))!;
        var clip = new FinishedClip(Path.Combine(Folder, "clip.mov"), 1, new string('0', 64), 10, 640, 360, null);

        var first = await hub.InScopeAsync(provider => provider.GetRequiredService<ClaimStore>().CompleteAsync(claim, clip, CancellationToken.None));
        var second = await hub.InScopeAsync(provider => provider.GetRequiredService<ClaimStore>().CompleteAsync(claim, clip, CancellationToken.None));

        (first, second).Should().Be((true, true));
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render_outputs")).Should().Be(1);
    }

    /// <summary>The clip of an attempt is finished under a name nobody else can have, and never replaces a file.</summary>
    [Test]
    public void A_clip_never_replaces_a_file()
    {
        var part = Path.Combine(Folder, "clip.mov.part");
        var final = Path.Combine(Folder, "clip.mov");
        File.WriteAllText(part, "new");
        File.WriteAllText(final, "old");

        FluentActions.Invoking(() => DurableFiles.Finish(part, final)).Should().Throw<IOException>();

        File.ReadAllText(final).Should().Be("old");
    }

    private Task<RenderHub> StartWorkerWithoutTicketsAsync() => StartHubAsync(("Coordinator:Enabled", "false"));

    private Task<int> AddDispatchedAsync() => Database.ExecuteAsync("INSERT INTO render_instructions (template_name, attempt, dispatched_at) VALUES ('Test Card', 1, now())");

    private static async Task<Claim?> TakeAsync(RenderHub hub)
    {
        await hub.Services.GetRequiredService<Modules.Render.Leases.LeaseKeeper>().WhenKnownAsync(CancellationToken.None);
        return await hub.InScopeAsync(provider => provider.GetRequiredService<ClaimStore>()
            .TryTakeAsync(new ExecuteRender { InstructionId = 1, Attempt = 1 }, Guid.CreateVersion7(), CancellationToken.None));
    }
}
