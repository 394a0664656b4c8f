using System.Net;
using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Operating;
using Hub.Modules.Render.Working;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Render.Operating;

internal sealed class CancelTests : OperatorSpec
{
    [Test]
    public async Task A_cancelled_clip_in_the_making_ends_its_engine_with_all_children_and_leaves_no_file()
    {
        var file = Path.Combine(Folder, "child-id");
        var hub = await StartHubAsync(("LeaseSeconds", "60"));
        await hub.RequestAsync(Request($"hang-with-child {file}"));
        using var child = await ChildOfAsync(file);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CancelAsync(hub, "wrong player")));

        outcomes.Should().OnlyContain(outcome => outcome.Status == "cancelled" && outcome.Refusal == null);
        await Eventually.BecomesTrueAsync("the engine's process tree is gone", () => Task.FromResult(child.HasExited), within: TimeSpan.FromSeconds(10));
        await Eventually.BecomesTrueAsync("its file is removed", () => Task.FromResult(ClipFiles().Count == 0));
        await CountBecomesAsync(1, "status = 'cancelled' AND error_message = 'Cancelled by anna: wrong player' AND completed_at IS NOT NULL AND started_at IS NOT NULL AND retry_count = 0");
        await Eventually.BecomesTrueAsync("it is announced", () => Task.FromResult(hub.Events.Of<RenderCancelled>() is [{ WasRunning: true, By: "anna", Reason: "wrong player" }]));
        hub.Events.Of<RenderAttemptFailed>().Should().BeEmpty();
    }

    [Test]
    public async Task A_cancelled_ticket_frees_its_place_at_once()
    {
        await StartCoordinatorAsync();
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name) SELECT 'Test Card' FROM generate_series(1, 17)");
        await CountBecomesAsync(16, "dispatched_at IS NOT NULL");

        (await PostAsync("1/cancel")).Status.Should().Be(HttpStatusCode.OK, "a reason may be left out, and the body with it");

        (await CountAsync("id = 17 AND dispatched_at IS NOT NULL")).Should().Be(1);
        (await CountAsync("id = 1 AND status = 'cancelled' AND error_message = 'Cancelled by anna.' AND started_at IS NULL")).Should().Be(1);
    }

    [Test]
    public async Task A_double_click_cancels_once()
    {
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name) VALUES ('Test Card')");

        await OperatorAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(click => PostAsync("1/cancel", $$"""{ "reason": "click {{click}}" }""")));

        answers.Should().OnlyContain(answer => answer.Status == HttpStatusCode.OK && (string)answer.Body["status"]! == "cancelled");
        answers.Select(answer => (string)answer.Body["errorMessage"]!).Distinct().Should().ContainSingle("the first says why");
    }

    [TestCase("completed")]
    [TestCase("failed")]
    [TestCase("timed_out")]
    public async Task What_has_ended_stays_as_it_is(string state)
    {
        await Database.ExecuteAsync($"INSERT INTO render_instructions (template_name, status) VALUES ('Test Card', '{state}')");

        var (status, problem) = await PostAsync("1/cancel", "{}");

        (status, (string)problem["code"]!, (string)problem["state"]!).Should().Be((HttpStatusCode.Conflict, "wrong_state", state));
        (await CountAsync($"status = '{state}'")).Should().Be(1);
    }

    [Test]
    public async Task Of_a_cancellation_and_a_result_at_the_same_time_one_wins_and_the_other_hears_of_it([Range(1, 8)] int round)
    {
        var hub = BuildIdleHub();
        await Database.ExecuteAsync($"""
            INSERT INTO render_instructions (template_name, status, attempt, claim_id, dispatched_at) VALUES ('Test Card', 'processing', 1, '{ClaimId}', now());
            INSERT INTO render.lease (claim_id, instruction_id, attempt, worker_id, expires_at) VALUES ('{ClaimId}', 1, 1, 1, now() + interval '1 minute')
            """);
        var claim = new Claim
        {
            ClaimId = ClaimId,
            InstructionId = 1,
            Attempt = 1,
            CorrelationId = Guid.NewGuid(),
            TemplateName = "Test Card",
            LayerDataJson = "{}",
            OutputSettingsJson = "{}",
        };
        var clip = new FinishedClip(Path.Combine(Folder, "clip.mov"), 1, new string('0', 64), 10, 640, 360, null);

        var completing = hub.InScopeAsync(provider => provider.GetRequiredService<ClaimStore>().CompleteAsync(claim, clip, CancellationToken.None));
        var cancelling = CancelAsync(hub, reason: null);
        var (isCompleted, cancelled) = (await completing, await cancelling);

        (cancelled.Refusal is null).Should().Be(!isCompleted, $"one of them wins in round {round}");
        (await CountAsync($"status = '{(isCompleted ? "completed" : "cancelled")}'")).Should().Be(1);
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render_outputs")).Should().Be(isCompleted ? 1 : 0);
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render.lease")).Should().Be(0);
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render.abandoned_claim")).Should().Be(isCompleted ? 0 : 1, "the sweep removes what a refused result leaves");
    }

    [Test]
    public async Task Bad_requests_are_answered_with_what_is_wrong()
    {
        (await PostAsync("99/cancel", "{}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await PostAsync("1/cancel", """{ "why": "typo" }""")).Status.Should().Be(HttpStatusCode.BadRequest);
        var (status, problem) = await PostAsync("1/cancel", $$"""{ "reason": "{{new string('x', 501)}}" }""");
        (status, (string)problem["code"]!).Should().Be((HttpStatusCode.BadRequest, "invalid_fields"));
    }

    [TestCase("1/cancel")]
    [TestCase("1/replay")]
    [TestCase("1/priority")]
    [TestCase("replay")]
    public async Task Viewers_change_nothing(string path)
    {
        var http = await OperatorAsync();
        http.DefaultRequestHeaders.Remove(TestLogin.Header);
        http.DefaultRequestHeaders.Add(TestLogin.Header, "vera viewer");

        (await PostAsync(path, "{}")).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    private static readonly Guid ClaimId = Guid.NewGuid();

    private static Task<ActOutcome> CancelAsync(RenderHub hub, string? reason)
        => hub.InScopeAsync(provider => provider.GetRequiredService<Cancellation>().CancelAsync(1, "anna", reason, CancellationToken.None));
}
