using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Modules.Kernel;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Render.TimeLimits;

/// <summary>
/// The timer of an attempt, where the worker does not end it: it hangs and renews its lease all the same. Minutes are made up by moving
/// the timer's time.
/// </summary>
internal sealed class TimeLimitTests : RenderSpec
{
    [Test]
    public async Task A_clip_is_taken_from_a_worker_that_hangs_and_renews_its_lease_charged_and_tried_again()
    {
        var hub = await StartHangingAsync();

        await ReachLimitAsync(hub);

        await CountBecomesAsync(1, "attempt > 1 AND retry_count = 1 AND status = 'processing'");
        var failed = hub.Events.Of<RenderAttemptFailed>().Should().ContainSingle().Subject;
        failed.Kind.Should().Be(RenderFailureKind.TimeLimit);
        failed.Reason.Should().Contain("10 minutes");
        await Eventually.BecomesTrueAsync("the file of the first attempt is gone", () => Task.FromResult(ClipFiles().Count == 1));
        (await TimersAsync()).Should().Be(1, "the new attempt has one of its own");
    }

    [Test]
    public async Task When_the_retries_are_used_up_it_has_timed_out_and_that_is_announced()
    {
        var hub = await StartHangingAsync();
        await Database.ExecuteAsync("UPDATE render_instructions SET max_retries = 0");

        await ReachLimitAsync(hub);

        await CountBecomesAsync(1, "status = 'timed_out' AND completed_at IS NOT NULL AND error_message LIKE '%10 minutes%'");
        await Eventually.BecomesTrueAsync("it is announced", () => Task.FromResult(hub.Events.Of<RenderFailed>().Count == 1));
        await Eventually.BecomesTrueAsync("its file is gone", () => Task.FromResult(ClipFiles().Count == 0));
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render.lease")).Should().Be(0);
    }

    [TestCase("succeed", "completed")]
    [TestCase("fail-for-good", "failed")]
    public async Task An_attempt_that_ends_takes_its_timer_with_it(string order, string status)
    {
        var hub = await StartHubAsync();

        await hub.RequestAsync(Request(order));
        await CountBecomesAsync(1, $"status = '{status}'");

        (await TimersAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_limit_that_is_reached_as_the_clip_is_done_changes_nothing()
    {
        var file = Path.Combine(Folder, "go");
        var hub = await StartHubAsync();
        await hub.RequestAsync(Request($"wait-for {file}"));
        await CountBecomesAsync(1, "status = 'processing'");
        await Database.ExecuteAsync("CREATE TABLE kept AS SELECT * FROM messaging.timer");
        await File.WriteAllTextAsync(file, "");
        await CountBecomesAsync(1, "status = 'completed'");

        // As if it had fired in the moment before it was cancelled.
        await Database.ExecuteAsync("INSERT INTO messaging.timer SELECT * FROM kept");
        await ReachLimitAsync(hub);

        await Eventually.BecomesTrueAsync("the word of it is swept", async () => await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox_message") == 0);
        await CountBecomesAsync(1, "status = 'completed' AND retry_count = 0");
        hub.Events.Of<RenderAttemptFailed>().Should().BeEmpty();
    }

    [Test]
    public async Task A_template_may_have_a_limit_of_its_own()
    {
        var description = Path.Combine(Folder, "templates", "test-card", "template.json");
        await File.WriteAllTextAsync(description, (await File.ReadAllTextAsync(description)).Replace("\"version\": 1,", "\"version\": 1, \"timeoutMinutes\": 45,", StringComparison.Ordinal));

        await StartHangingAsync();

        (await Database.ScalarAsync<bool>("SELECT due_at - created_at BETWEEN interval '45 minutes' AND interval '46 minutes' FROM messaging.timer")).Should().BeTrue();
    }

    private async Task<RenderHub> StartHangingAsync()
    {
        var hub = await StartHubAsync();
        await hub.RequestAsync(Request("hang"));
        await CountBecomesAsync(1, "status = 'processing'");
        await Eventually.BecomesTrueAsync("the engine hangs", () => Task.FromResult(ClipFiles().Count == 1));
        (await TimersAsync()).Should().Be(1);
        return hub;
    }

    private async Task ReachLimitAsync(RenderHub hub)
    {
        await Database.ExecuteAsync("UPDATE messaging.timer SET due_at = now()");
        await hub.Services.GetServices<IRecurringJob>().Single(job => job.Name == "messaging-timers").RunAsync(CancellationToken.None);
    }

    private Task<long> TimersAsync() => Database.ScalarAsync<long>("SELECT count(*) FROM messaging.timer");
}
