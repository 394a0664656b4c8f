using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;

namespace Hub.Tests.Render.Tracking;

internal sealed class AttemptTests : RenderSpec
{
    [Test]
    public async Task A_job_may_fail_once_and_its_retries_and_is_then_failed_and_announced_once()
    {
        var hub = await StartHubAsync();
        await hub.RequestAsync(Request("fail"));

        for (var retry = 1; retry <= 3; retry++)
        {
            await CountBecomesAsync(1, $"status = 'pending' AND retry_count = {retry} AND not_before > clock_timestamp() AND dispatched_at IS NULL AND claim_id IS NULL AND error_message = 'the test card fails'");
            await Database.ExecuteAsync("UPDATE render_instructions SET not_before = NULL");
        }

        await CountBecomesAsync(1, "status = 'failed' AND retry_count = 3 AND attempt = 4 AND completed_at IS NOT NULL AND error_message = 'the test card fails'");
        await Eventually.BecomesTrueAsync("the failure is announced", () => Task.FromResult(hub.Events.Of<RenderFailed>().Count > 0));
        hub.Events.Of<RenderFailed>().Should().ContainSingle().Which.Attempt.Should().Be(4);
        hub.Events.Of<RenderAttemptFailed>().Should().HaveCount(4);
        ClipFiles().Should().BeEmpty();
    }

    [Test]
    public async Task A_final_error_is_not_tried_again()
    {
        var hub = await StartHubAsync();

        await hub.RequestAsync(Request("fail-for-good"));

        await CountBecomesAsync(1, "status = 'failed' AND retry_count = 0 AND attempt = 1 AND error_message = 'the test card fails for good'");
    }

    [Test]
    public async Task A_failure_is_judged_whatever_the_engine_has_printed()
    {
        var hub = await StartHubAsync();

        await hub.RequestAsync(Request("fail-with-nul"));

        await CountBecomesAsync(1, "status = 'failed' AND error_message = 'the test card prints \uFFFD and fails'");
    }

    [Test]
    public async Task A_job_that_succeeds_after_a_failure_is_completed_without_an_error()
    {
        var file = Path.Combine(Folder, "mended");
        var hub = await StartHubAsync();
        await hub.RequestAsync(Request($"fail-until {file}"));
        await CountBecomesAsync(1, "status = 'pending' AND retry_count = 1");

        await File.WriteAllTextAsync(file, "");
        await Database.ExecuteAsync("UPDATE render_instructions SET not_before = NULL");

        await CountBecomesAsync(1, "status = 'completed' AND retry_count = 1 AND attempt = 2 AND error_message IS NULL");
        ClipFiles().Should().ContainSingle();
    }

    [Test]
    public async Task A_clip_that_takes_too_long_time_and_again_ends_as_timed_out()
    {
        var hub = await StartHubAsync(("StallSeconds", "5"));
        await hub.RequestAsync(Request("hang"));
        await Database.ExecuteAsync("UPDATE render_instructions SET max_retries = 0");
        await CountBecomesAsync(1, "status = 'processing'");
        await Database.ExecuteAsync("UPDATE render_instructions SET max_retries = 0");

        await CountBecomesAsync(1, "status = 'timed_out' AND error_message LIKE 'The engine reported no progress for 5 s%'");
        await Eventually.BecomesTrueAsync("the failure is announced", () => Task.FromResult(hub.Events.Of<RenderFailed>().Count == 1));
    }

    [Test]
    public async Task A_graceful_stop_hands_work_back_uncharged_and_the_next_start_takes_it_up()
    {
        var file = Path.Combine(Folder, "go");
        var hub = await StartHubAsync();
        await hub.RequestAsync(Request($"wait-for {file}"), Request($"wait-for {file}"), Request($"wait-for {file}"));
        await CountBecomesAsync(2, "status = 'processing'");

        await hub.StopAsync();
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render.lease")).Should().Be(0, "both claims were given up before the process ended");
        ClipFiles().Should().BeEmpty();
        await File.WriteAllTextAsync(file, "");
        await StartHubAsync();

        await CountBecomesAsync(3, "status = 'completed' AND retry_count = 0");
        ClipFiles().Should().HaveCount(3);
    }
}
