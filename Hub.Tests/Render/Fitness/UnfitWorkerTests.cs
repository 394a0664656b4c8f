using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;

namespace Hub.Tests.Render.Fitness;

internal sealed class UnfitWorkerTests : RenderSpec
{
    [TestCase("Worker:DiskReserveMegabytes", AlertCodes.RenderDiskLow)]
    [TestCase("Worker:MemoryReserveMegabytes", AlertCodes.RenderMemoryLow)]
    public async Task A_worker_with_too_little_left_claims_nothing_raises_one_alert_and_leaves_the_work_to_others(string setting, string code)
    {
        var unfit = await StartHubAsync((setting, "1000000"));
        await unfit.RequestAsync(Enumerable.Range(0, 10).Select(_ => Request()));
        await Eventually.BecomesTrueAsync("the alert is raised", () => Task.FromResult(unfit.Events.Of<AlertRaised>().Any(alert => alert.Code == code)));
        await Eventually.BecomesTrueAsync("it shows among the workers", () => Database.ScalarAsync<bool>("SELECT slots = 0 AND trouble LIKE '%are kept free%' FROM render.worker"));
        await SeenAgainAsync();

        (await CountAsync("status = 'pending' AND retry_count = 0")).Should().Be(10);
        (await Database.ScalarAsync<decimal>("SELECT sum(attempt) FROM render_instructions")).Should().BeLessThanOrEqualTo(10 + 2, "each of its two slots has given one ticket away, and takes no other");
        unfit.Events.Of<AlertRaised>().Should().ContainSingle();

        await StartHubAsync();
        await CountBecomesAsync(10, "status = 'completed' AND retry_count = 0");
    }

    [Test]
    public async Task A_clip_that_finds_no_room_waits_uncharged_and_holds_up_no_other()
    {
        var hub = await StartHubAsync();
        await Database.ExecuteAsync("""INSERT INTO render_instructions (template_name, layer_data_json, output_settings_json, priority) VALUES ('Test Card', '{"do": "succeed"}', '{"format": "mov_alpha", "codec": "prores_4444", "width": 8192, "height": 8192, "fps": 120, "duration_frames": 72000}', 1)""");
        await CountBecomesAsync(1, "status = 'pending' AND unfit_attempts = 1 AND retry_count = 0 AND not_before > clock_timestamp() AND error_message LIKE 'A clip needs about % MB in %'");

        await hub.RequestAsync(Enumerable.Range(0, 5).Select(_ => Request()));

        await CountBecomesAsync(5, "status = 'completed'");
        await CountBecomesAsync(1, "status = 'pending' AND unfit_attempts >= 2 AND retry_count = 0");
        hub.Events.Of<AlertRaised>().Should().ContainSingle().Which.Code.Should().Be(AlertCodes.RenderDiskLow);
    }

    [Test]
    public async Task An_unfit_worker_stops_at_once_and_its_alert_is_closed_by_whoever_notices()
    {
        var unfit = await StartHubAsync(("Worker:DiskReserveMegabytes", "1000000"), ("Coordinator:Enabled", "false"));
        await Eventually.BecomesTrueAsync("the alert is raised", () => Task.FromResult(unfit.Events.Of<AlertRaised>().Count == 1));
        var subject = unfit.Events.Of<AlertRaised>()[0].Subject;
        // With its connections, as a process that ends.
        await unfit.DisposeAsync();

        var coordinator = await StartCoordinatorAsync();

        await Eventually.BecomesTrueAsync("it is resolved", () => Task.FromResult(coordinator.Events.Of<AlertResolved>().Any(alert => alert.Code == AlertCodes.RenderDiskLow && alert.Subject == subject)));
    }

    /// <summary>The worker has touched its row twice since: five seconds at least, in which it would have spun.</summary>
    private async Task SeenAgainAsync()
    {
        for (var touch = 0; touch < 2; touch++)
        {
            var seenAt = await Database.ScalarAsync<DateTime>("SELECT last_seen_at FROM render.worker");
            await Eventually.BecomesTrueAsync("the worker has been seen again", async () => await Database.ScalarAsync<DateTime>("SELECT last_seen_at FROM render.worker") > seenAt);
        }
    }
}
