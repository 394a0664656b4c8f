using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Contracts.Render;
using Hub.Modules.Render.Operating;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hub.Tests.Render.Adoption;

/// <summary>v1's clients beside a running hub.</summary>
internal sealed class V1ClientTests : RenderSpec
{
    private V1Client _client = null!;

    [SetUp]
    public async Task ConnectAsync() => _client = await V1Client.ConnectAsync(Database);

    [TearDown]
    public async Task DisconnectAsync() => await _client.DisposeAsync();

    [Test]
    public async Task What_a_v1_client_inserts_is_started_within_a_second_and_told_to_the_others()
    {
        var hub = await StartHubAsync();
        await hub.RequestAsync(Request());
        await CountBecomesAsync(1, "status = 'completed'");

        var id = await _client.InsertAsync();

        await CountBecomesAsync(1, $"id = {id} AND status = 'completed' AND trigger_type = '' AND owner IS NULL");
        (await CountAsync($"id = {id} AND started_at - created_at < interval '1 second'")).Should().Be(1);
        await Eventually.BecomesTrueAsync("it is told", () => Task.FromResult(hub.Events.Of<RenderWrittenExternally>() is [{ StatusBefore: null, Status: "pending", IsHeld: false }]));
        (await _client.ScalarAsync($"SELECT count(*) FROM render_outputs WHERE instruction_id = {id} AND status = 'completed'")).Should().Be(1L);
    }

    [TestCase("processing")]
    [TestCase("completed")]
    [TestCase("failed")]
    public async Task A_status_set_during_a_render_ends_its_engine_with_all_children_and_discards_its_clip(string status)
    {
        var file = Path.Combine(Folder, "child-id");
        var hub = await StartHubAsync(("LeaseSeconds", "60"));
        var id = await _client.InsertAsync($"hang-with-child {file}");
        using var child = await ChildOfAsync(file);

        await _client.SetStatusAsync(id, status);

        await Eventually.BecomesTrueAsync("the engine's process tree is gone", () => Task.FromResult(child.HasExited), within: TimeSpan.FromSeconds(10));
        await Eventually.BecomesTrueAsync("its file is removed", () => Task.FromResult(ClipFiles().Count == 0));
        (await CountAsync($"status = '{status}' AND owner = 'external' AND retry_count = 0 AND error_message IS NULL")).Should().Be(1);
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render_outputs")).Should().Be(0);
        hub.Events.Of<RenderAttemptFailed>().Should().BeEmpty();
    }

    [Test]
    public async Task Set_back_to_pending_during_a_render_it_is_rendered_anew_uncharged()
    {
        var file = Path.Combine(Folder, "child-id");
        await StartHubAsync(("LeaseSeconds", "60"));
        var id = await _client.InsertAsync($"hang-with-child {file}");
        using var first = await ChildOfAsync(file);

        await _client.SetStatusAsync(id, "pending");

        using var second = await ChildOfAsync(file);
        second.Id.Should().NotBe(first.Id);
        await Eventually.BecomesTrueAsync("the first engine's process tree is gone", () => Task.FromResult(first.HasExited));
        await CountBecomesAsync(1, "status = 'processing' AND attempt = 3 AND retry_count = 0 AND lost_workers = 0 AND owner IS NULL");
    }

    [TestCase("completed")]
    [TestCase("failed")]
    [TestCase("cancelled")]
    public async Task Set_back_to_pending_when_it_had_ended_it_is_rendered_once_more(string state)
    {
        await Database.ExecuteAsync($$"""
            INSERT INTO render_instructions (template_name, layer_data_json, status, attempt, claim_id) VALUES ('Test Card', '{"do": "succeed"}', '{{state}}', 4, gen_random_uuid());
            INSERT INTO render_outputs (instruction_id, output_path, claim_id) SELECT id, '/clips/first.mov', claim_id FROM render_instructions WHERE status = 'completed'
            """);
        await StartHubAsync();

        await _client.SetStatusAsync(1, "pending");

        await CountBecomesAsync(1, "status = 'completed' AND attempt = 6");
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render_outputs WHERE superseded_at IS NULL")).Should().Be(1);
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render_outputs WHERE superseded_at IS NOT NULL")).Should().Be(state == "completed" ? 1 : 0, "the first clip is kept");
    }

    [Test]
    public async Task A_write_that_waits_for_a_claim_takes_it_away_again()
    {
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name, attempt, dispatched_at) VALUES ('Test Card', 1, now())");
        await using var connection = await Database.DataSource.OpenConnectionAsync();
        await using var claiming = await connection.BeginTransactionAsync();
        await using var claim = new NpgsqlCommand(
            """
            UPDATE render_instructions SET status = 'processing', claim_id = gen_random_uuid(), started_at = now() WHERE status = 'pending';
            INSERT INTO render.lease (claim_id, instruction_id, attempt, worker_id, expires_at) SELECT claim_id, id, 1, 1, now() + interval '1 hour' FROM render_instructions
            """,
            connection, claiming);
        await claim.ExecuteNonQueryAsync();

        var writing = _client.SetStatusAsync(1, "processing");
        await Eventually.BecomesTrueAsync(
            "the write waits for the row",
            async () => await Database.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") == 1);
        await claiming.CommitAsync();
        await writing;

        (await CountAsync("status = 'processing' AND claim_id IS NULL AND attempt = 2 AND owner = 'external'")).Should().Be(1);
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render.lease")).Should().Be(0);
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render.abandoned_claim")).Should().Be(1);
    }

    [Test]
    public async Task Claims_and_writes_racing_for_many_rows_leave_none_with_two_owners()
    {
        var hub = await StartHubAsync();
        await hub.RequestAsync(Enumerable.Range(0, 24).Select(_ => Request("take 200")));

        for (var round = 0; round < 6; round++)
        {
            await _client.ExecuteAsync($"UPDATE render_instructions SET status = 'processing', started_at = now() WHERE id % 6 = {round} AND status IN ('pending', 'processing')");
            await _client.ExecuteAsync($"UPDATE render_instructions SET status = 'pending' WHERE id % 6 = {round} AND status = 'processing' AND id % 2 = 0");
        }

        await CountBecomesAsync(24, "status = 'completed' OR (status = 'processing' AND owner = 'external')");
        (await CountAsync("owner = 'external' AND claim_id IS NOT NULL")).Should().Be(0);
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render_outputs GROUP BY instruction_id HAVING count(*) > 1")).Should().Be(0);
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render_outputs JOIN render_instructions i ON i.id = instruction_id AND i.status <> 'completed'")).Should().Be(0);
    }

    [Test]
    public async Task Written_while_no_hub_ran_it_is_rendered_unless_it_is_too_old_and_then_when_a_person_asks()
    {
        await _client.InsertAsync();
        await _client.InsertAsync(createdAt: "now() - interval '13 hours'");
        await _client.InsertAsync(createdAt: "now() - interval '11 hours'");
        var hub = await StartHubAsync();

        await CountBecomesAsync(2, "status = 'completed'");
        (await CountAsync("id = 2 AND status = 'pending' AND attempt = 0 AND not_before = '9000-01-01Z'")).Should().Be(1);
        await Eventually.BecomesTrueAsync(
            "a person is told", () => Task.FromResult(hub.Events.Of<AlertRaised>() is [{ Code: AlertCodes.RenderHeld } alert] && alert.Text.Contains("hours before a hub saw them: 1, the first is 2.", StringComparison.Ordinal)));
        await using (var api = await Api.RenderApi.StartAsync(Database.ConnectionString, Folder))
        {
            (await api.Http.GetStringAsync(new Uri("/api/v1/instructions?held=true", UriKind.Relative))).Should().Contain("\"id\":2,").And.Contain("\"isHeld\":true").And.Contain("\"notBefore\":null");
        }

        await hub.InScopeAsync(provider => provider.GetRequiredService<Replay>().ReplayAsync(2, "anna", CancellationToken.None));
        await CountBecomesAsync(3, "status = 'completed' AND attempt = 1");
    }

    [Test]
    public async Task A_v1_client_that_does_not_end_its_transaction_holds_up_nothing_but_its_own_rows()
    {
        await Database.ExecuteAsync($$"""
            INSERT INTO render_instructions (template_name, layer_data_json, attempt, dispatched_at)
            SELECT 'Test Card', '{"do": "succeed"}', 1, now() - interval '1 minute' FROM generate_series(1, 2)
            """);
        var inserted = await _client.InsertAsync();
        await using var idle = new NpgsqlConnection(Database.ExternalConnectionString);
        await idle.OpenAsync();
        await using var transaction = await idle.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand($"UPDATE render_instructions SET priority = 9 WHERE id IN (1, {inserted})", idle, transaction);
        await hold.ExecuteNonQueryAsync();
        await StartHubAsync();

        var later = await _client.InsertAsync();
        await Eventually.BecomesTrueAsync("the others are rendered", async () => await CountAsync($"id IN (2, {later}) AND status = 'completed'") == 2, within: TimeSpan.FromSeconds(20));
        (await CountAsync($"id IN (1, {inserted}) AND status = 'pending'")).Should().Be(2);
        await transaction.CommitAsync();

        await CountBecomesAsync(4, "status = 'completed'");
    }

    [Test]
    public async Task What_a_v1_worker_has_is_left_to_it()
    {
        await _client.ExecuteAsync("INSERT INTO render_instructions (template_name, status, started_at) VALUES ('Test Card', 'processing', now())");
        var hub = await StartHubAsync();
        await Eventually.BecomesTrueAsync("the hub has taken note", () => Task.FromResult(hub.Events.Of<RenderWrittenExternally>().Count == 1));

        await _client.ExecuteAsync("UPDATE render_instructions SET status = 'completed', completed_at = now() WHERE status = 'processing'");

        await CountBecomesAsync(1, "status = 'completed' AND owner = 'external'");
        await Eventually.BecomesTrueAsync("it is told", () => Task.FromResult(hub.Events.Of<RenderWrittenExternally>() is [_, { StatusBefore: "processing", Status: "completed" }]));
    }
}
