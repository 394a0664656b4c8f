using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Contracts.Render;
using Hub.Modules.Render.Leases;
using Hub.Modules.Render.Recovery;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Hub.Tests.Support.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Tests.Render.Recovery;

internal sealed class LostWorkerTests : RenderSpec
{
    [Test]
    public async Task A_hub_killed_in_the_middle_of_its_work_ends_with_the_same_rows_and_clips()
    {
        var file = Path.Combine(Folder, "go");
        await using (var killed = ChildProcess.Start<RenderHubProgram>(Database.ConnectionString, Folder))
        {
            await Database.ExecuteAsync($$"""
                INSERT INTO render_instructions (template_name, layer_data_json, max_retries)
                SELECT 'Test Card', '{"do": "wait-for {{file}}"}', 0 FROM generate_series(1, 20)
                """);
            await CountBecomesAsync(2, "status = 'processing'");
            await killed.KillAsync();
        }

        await File.WriteAllTextAsync(file, "");
        var hub = await StartHubAsync();

        await CountBecomesAsync(20, "status = 'completed' AND retry_count = 0");
        await Eventually.BecomesTrueAsync("only the clips that count are left", () => Task.FromResult(ClipFiles().Count == 20));
        (await Database.ScalarAsync<long>("SELECT count(DISTINCT instruction_id) FROM render_outputs")).Should().Be(20);
        hub.Events.Of<RenderAttemptLost>().Should().HaveCount(2).And.OnlyContain(lost => !lost.IsCharged, "hub and worker went down together");
    }

    [Test]
    public async Task A_worker_killed_under_a_running_coordinator_is_noticed_at_once_and_charged()
    {
        var file = Path.Combine(Folder, "go");
        var (worker, connection) = await EnterWorkerAsync();
        var coordinator = await StartCoordinatorAsync();
        await Database.ExecuteAsync($$"""INSERT INTO render_instructions (template_name, layer_data_json) VALUES ('Test Card', '{"do": "wait-for {{file}}"}')""");
        await CountBecomesAsync(1, "dispatched_at IS NOT NULL");
        await ClaimAsync(worker, lease: "1 hour");
        await Eventually.BecomesTrueAsync("the coordinator has seen the worker", () => Task.FromResult(coordinator.Services.GetRequiredService<PresenceWatch>().Contact > TimeSpan.Zero));

        await connection.DisposeAsync();

        await Eventually.BecomesTrueAsync("the loss is noticed", () => Task.FromResult(coordinator.Events.Of<RenderAttemptLost>().Count == 1));
        await CountBecomesAsync(1, "status = 'pending' AND lost_workers = 1 AND retry_count = 0 AND not_before IS NULL AND dispatched_at IS NOT NULL AND claim_id IS NULL");
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render.worker")).Should().Be(0);
        coordinator.Log.At(LogLevel.Warning).Should().Contain("Worker pc is gone; 1 claims of it were ended");
    }

    [Test]
    public async Task A_machine_whose_worker_is_lost_is_an_alert_until_a_worker_starts_there_again()
    {
        var (_, connection) = await EnterWorkerAsync();
        var coordinator = await StartCoordinatorAsync();
        var alerts = await AlertProbe.ListenAsync(coordinator.Services);
        await Eventually.BecomesTrueAsync("the coordinator has seen the worker", () => Task.FromResult(coordinator.Services.GetRequiredService<PresenceWatch>().Contact > TimeSpan.Zero));

        await connection.DisposeAsync();
        var raised = await alerts.RaisedAsync(AlertCodes.RenderWorkerLost);
        (raised.Subject, raised.Severity).Should().Be(("pc", AlertSeverity.Warning));
        alerts.Resolved(AlertCodes.RenderWorkerLost).Should().BeEmpty();
        await Database.ExecuteAsync("INSERT INTO render.worker (name, slots, started_at, last_seen_at) VALUES ('pc/4712', 1, clock_timestamp(), now())");

        (await alerts.ResolvedAsync(AlertCodes.RenderWorkerLost)).Subject.Should().Be("pc");
    }

    [Test]
    public async Task A_worker_that_stops_when_told_is_not_lost()
    {
        var coordinator = await StartCoordinatorAsync();
        var alerts = await AlertProbe.ListenAsync(coordinator.Services);
        var worker = await StartHubAsync(("Coordinator:Enabled", "false"));
        await Eventually.BecomesTrueAsync("the worker is known", async () => await Database.ScalarAsync<long>("SELECT count(*) FROM render.worker") == 1);
        await Eventually.BecomesTrueAsync("the coordinator has seen the worker", () => Task.FromResult(coordinator.Services.GetRequiredService<PresenceWatch>().Contact > TimeSpan.FromSeconds(1.5)));

        await worker.StopAsync();
        await Eventually.BecomesTrueAsync("its row is gone", async () => await Database.ScalarAsync<long>("SELECT count(*) FROM render.worker") == 0);

        (await Database.ScalarAsync<long>("SELECT count(*) FROM render.standing_alert")).Should().Be(0);
        alerts.Raised(AlertCodes.RenderWorkerLost).Should().BeEmpty();
    }

    [TestCase(9, "pending")]
    [TestCase(10, "failed")]
    public async Task A_clip_that_costs_worker_after_worker_is_given_up(int lostBefore, string status)
    {
        await Database.ExecuteAsync($"INSERT INTO render_instructions (template_name, attempt, dispatched_at, max_retries, lost_workers) VALUES ('Test Card', 1, now(), 0, {lostBefore})");
        var (worker, connection) = await EnterWorkerAsync();
        await using var _ = connection;
        await ClaimAsync(worker, lease: "-1 hour");
        await StartCoordinatorAsync();

        await CountBecomesAsync(1, $"status = '{status}' AND lost_workers = {lostBefore + 1} AND (status = 'pending' OR error_message LIKE '%11 workers%lost over this clip%')");
    }

    [TestCase(false, LogLevel.Information, Description = "every restart after a kill begins so")]
    [TestCase(true, LogLevel.Warning)]
    public async Task A_worker_that_was_gone_before_is_a_warning_only_if_it_held_a_claim(bool held, LogLevel level)
    {
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name, attempt, dispatched_at) VALUES ('Test Card', 1, now())");
        var (worker, connection) = await EnterWorkerAsync();
        if (held)
        {
            await ClaimAsync(worker, lease: "1 hour");
        }

        await connection.DisposeAsync();
        var coordinator = await StartCoordinatorAsync();

        await Eventually.BecomesTrueAsync($"it is told at level {level}", () => Task.FromResult(coordinator.Log.At(level).Any(line => line.StartsWith("Worker pc is gone", StringComparison.Ordinal))));
    }

    [Test]
    public async Task A_silent_worker_loses_its_claim_when_the_lease_runs_out_but_not_before_the_coordinator_has_watched_for_a_lease()
    {
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name, attempt, dispatched_at) VALUES ('Test Card', 1, now())");
        var (worker, connection) = await EnterWorkerAsync();
        await using var _ = connection;
        await ClaimAsync(worker, lease: "-1 hour");
        var coordinator = await StartHubAsync(("Worker:Enabled", "false"), ("LeaseSeconds", "3"));

        await Eventually.BecomesTrueAsync("the loss is noticed", () => Task.FromResult(coordinator.Events.Of<RenderAttemptLost>() is [{ IsCharged: true }]));
        await CountBecomesAsync(1, "lost_workers = 1 AND started_at IS NULL AND status = 'pending'");
        (await Database.ScalarAsync<bool>("SELECT clock_timestamp() - created_at > interval '3 seconds' FROM render_instructions")).Should().BeTrue();
    }

    [Test]
    public async Task A_lost_ticket_is_issued_anew()
    {
        var hub = await StartHubAsync();
        await CountBecomesAsync(0, "true");

        // Out by the books, but on no queue.
        await Database.ExecuteAsync("""INSERT INTO render_instructions (template_name, layer_data_json, attempt, dispatched_at) VALUES ('Test Card', '{"do": "succeed"}', 7, now() - interval '1 minute')""");

        await CountBecomesAsync(1, "status = 'completed' AND attempt = 8 AND retry_count = 0");
        hub.Events.Of<RenderFailed>().Should().BeEmpty();
    }

    /// <summary>A worker that is present and never renews.</summary>
    private async Task<(int Id, Npgsql.NpgsqlConnection Connection)> EnterWorkerAsync()
    {
        var connection = new Npgsql.NpgsqlConnection(new Npgsql.NpgsqlConnectionStringBuilder(Database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(
            $"""
             BEGIN;
             INSERT INTO render.worker (id, name, slots, started_at, last_seen_at) VALUES (1000, 'pc', 1, now(), now());
             SELECT pg_advisory_lock({PresenceLock.Class}, 1000);
             COMMIT
             """,
            connection);
        await command.ExecuteNonQueryAsync();
        return (1000, connection);
    }

    private Task<int> ClaimAsync(int worker, string lease) => Database.ExecuteAsync(
        $"""
         UPDATE render_instructions SET status = 'processing', claim_id = gen_random_uuid(), worker = 'pc', started_at = clock_timestamp();
         INSERT INTO render.lease (claim_id, instruction_id, attempt, worker_id, expires_at)
         SELECT claim_id, id, attempt, {worker}, clock_timestamp() + interval '{lease}' FROM render_instructions
         """);
}
