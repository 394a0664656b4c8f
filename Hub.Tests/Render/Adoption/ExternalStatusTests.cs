using FluentAssertions;
using Hub.Modules.Render.Adoption;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Render.Adoption;

/// <summary>
/// Every cell of the table in docs/design/render.md: what an instruction is, with which claim, and what a v1 client sets its status to. One
/// database for all: each cell has a row of its own.
/// </summary>
internal sealed class ExternalStatusTests
{
    private const string Claim = "0123abcd-0000-0000-0000-";
    private static readonly string[] Statuses = ["pending", "processing", "completed", "failed", "timed_out", "cancelled"];

    /// <summary>Values of (status, attempt, retry_count, claim_id, worker, dispatched_at, not_before, started_at, completed_at, error_message).</summary>
    private static readonly Dictionary<string, string> States = new(StringComparer.Ordinal)
    {
        ["waiting"] = "'pending', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL",
        ["with a ticket"] = "'pending', 3, 0, NULL, NULL, now(), NULL, NULL, NULL, NULL",
        ["backing off"] = "'pending', 3, 2, NULL, NULL, NULL, now() + interval '1 minute', NULL, NULL, 'the engine fails'",
        ["held"] = "'pending', 0, 0, NULL, NULL, NULL, '9000-01-01Z', NULL, NULL, NULL",
        ["claimed"] = "'processing', 3, 1, $claim, 'pc', now(), NULL, now() - interval '5 s', NULL, 'the engine fails'",
        ["claimed and lost"] = "'processing', 3, 1, $claim, 'pc', now(), NULL, now() - interval '5 s', NULL, NULL",
        ["with a v1 worker"] = "'processing', 3, 0, NULL, NULL, NULL, NULL, now() - interval '5 s', NULL, NULL",
        ["completed by the hub"] = "'completed', 3, 1, $claim, 'pc', now(), NULL, now() - interval '5 s', now() - interval '1 s', NULL",
        ["completed by a v1 worker"] = "'completed', 3, 0, NULL, NULL, NULL, NULL, now() - interval '5 s', now() - interval '1 s', NULL",
        ["failed"] = "'failed', 4, 3, $claim, 'pc', NULL, NULL, now() - interval '5 s', now() - interval '1 s', 'the engine fails'",
        ["timed out"] = "'timed_out', 4, 3, $claim, 'pc', NULL, NULL, now() - interval '5 s', now() - interval '1 s', 'the engine hangs'",
        ["cancelled"] = "'cancelled', 1, 0, NULL, NULL, NULL, NULL, NULL, now() - interval '1 s', 'Cancelled by anna.'",
    };

    private TestDatabase _database = null!;
    private V1Client _client = null!;
    private string _folder = null!;
    private int _cells;

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        _database = await RenderSpec.CreateDatabaseAsync();
        _client = await V1Client.ConnectAsync(_database);
        _folder = Directory.CreateTempSubdirectory("hub-external-").FullName;
        TestTemplates.Write(Path.Combine(_folder, "templates"));
    }

    [OneTimeTearDown]
    public async Task CleanUpAsync()
    {
        await _client.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task A_status_set_by_a_v1_client_is_respected_whatever_was_before([ValueSource(nameof(StateNames))] string state, [ValueSource(nameof(Statuses))] string status)
    {
        var (id, claim) = await AddAsync(state);
        var before = await ReadAsync(id);

        await _client.SetStatusAsync(id, status);

        var after = await ReadAsync(id);
        after.Should().Contain(new Dictionary<string, string?>
        {
            ["status"] = status,
            ["attempt"] = $"{int.Parse(before["attempt"]!, System.Globalization.CultureInfo.InvariantCulture) + 1}",
            ["claim_id"] = null,
            ["worker"] = null,
            ["dispatched_at"] = null,
            ["owner"] = "external",
            ["not_before"] = status == "pending" ? "9000-01-01T00:00:00+00:00" : null,
            ["retry_count"] = before["retry_count"],
        });
        (after["owned_at"] is not null).Should().BeTrue();
        TimesShouldBeTrue(state, status, before, after);
        (await CountAsync($"render.lease WHERE instruction_id = {id}")).Should().Be(0, "no worker goes on with it");
        (await CountAsync($"render.abandoned_claim WHERE claim_id = '{claim}'")).Should().Be(state.StartsWith("claimed", StringComparison.Ordinal) ? 1 : 0, "what a worker was making is removed, a finished clip never");
        (await CountAsync($"render_outputs WHERE instruction_id = {id} AND claim_id IS NOT NULL AND superseded_at IS NOT NULL")).Should().Be(state == "completed by the hub" && status == "pending" ? 1 : 0);
        (await CountAsync($"render.external_write WHERE instruction_id = {id} AND status_before = '{before["status"]}' AND status = '{status}'")).Should().Be(1);
        await AdoptAsync();
        (await CountAsync($"render_instructions WHERE id = {id} AND status = '{status}' AND (dispatched_at IS NOT NULL AND attempt = {after["attempt"]} + 1) = (status = 'pending')"))
            .Should().Be(1, "what is to be rendered has a new ticket, and nothing else has");
    }

    [Test]
    public async Task What_a_v1_client_writes_of_times_errors_and_retries_counts([ValueSource(nameof(Statuses))] string status)
    {
        var (id, _) = await AddAsync("claimed");

        await _client.ExecuteAsync($"""
            UPDATE render_instructions
            SET status = '{status}', started_at = '2026-01-01 10:00Z', completed_at = '2026-01-01 11:00Z', error_message = 'as v1 says', retry_count = 7, priority = 2
            WHERE id = {id}
            """);

        (await CountAsync($"render_instructions WHERE id = {id} AND started_at = '2026-01-01 10:00Z' AND completed_at = '2026-01-01 11:00Z' AND error_message = 'as v1 says' AND retry_count = 7 AND priority = 2"))
            .Should().Be(1);
        await AdoptAsync();
    }

    [Test]
    public async Task What_a_v1_client_writes_beside_the_status_disturbs_nobody()
    {
        var (id, claim) = await AddAsync("claimed");

        await _client.ExecuteAsync($"UPDATE render_instructions SET priority = 1, retry_count = 2, trigger_type = NULL, error_message = 'look here' WHERE id = {id}");

        (await CountAsync($"render_instructions WHERE id = {id} AND claim_id = '{claim}' AND attempt = 3 AND owner IS NULL AND trigger_type = ''")).Should().Be(1);
        (await CountAsync($"render.lease WHERE claim_id = '{claim}'")).Should().Be(1);
    }

    private static IEnumerable<string> StateNames => States.Keys;

    private static void TimesShouldBeTrue(string state, string status, Dictionary<string, string?> before, Dictionary<string, string?> after)
    {
        var hadEnded = before["status"] is not ("pending" or "processing");
        (after["completed_at"] is not null).Should().Be(status is not ("pending" or "processing"), "only what has ended has an end");
        if (hadEnded && after["completed_at"] is { } end)
            end.Should().Be(before["completed_at"], "it ended when it ended");
        if (status == "pending")
            (after["started_at"], after["error_message"]).Should().Be((null, null), $"it begins anew after it was {state}");
        if (status == "processing")
            after["started_at"].Should().NotBeNull();
        if (status == "completed")
            after["error_message"].Should().BeNull();
        if (status is "failed" or "timed_out" or "cancelled")
            after["error_message"].Should().Be(before["error_message"]);
    }

    private async Task<(int Id, Guid Claim)> AddAsync(string state)
    {
        var claim = Guid.Parse($"{Claim}{++_cells:D12}");
        var values = States[state].Replace("$claim", $"'{claim}'", StringComparison.Ordinal);
        var id = await _database.ScalarAsync<int>($$"""
            INSERT INTO render_instructions (
              template_name, layer_data_json, status, attempt, retry_count, claim_id, worker, dispatched_at, not_before, started_at, completed_at, error_message)
            VALUES ('Test Card', '{"do": "succeed"}', {{values}}) RETURNING id
            """);
        await _database.ExecuteAsync(state switch
        {
            "claimed" => $"INSERT INTO render.lease (claim_id, instruction_id, attempt, worker_id, expires_at) VALUES ('{claim}', {id}, 3, 1, now() + interval '1 hour')",
            "claimed and lost" => $"INSERT INTO render.abandoned_claim (claim_id) VALUES ('{claim}')",
            "completed by the hub" => $"INSERT INTO render_outputs (instruction_id, output_path, claim_id) VALUES ({id}, '/clips/a.mov', '{claim}')",
            "completed by a v1 worker" => $"INSERT INTO render_outputs (instruction_id, output_path) VALUES ({id}, '/clips/b.mov')",
            _ => "SELECT 1",
        });
        return (id, claim);
    }

    private async Task<Dictionary<string, string?>> ReadAsync(int id)
    {
        var json = await _database.ScalarAsync<string>($"SELECT to_jsonb(row)::text FROM render_instructions row WHERE id = {id}");
        return System.Text.Json.JsonDocument.Parse(json!).RootElement.EnumerateObject()
            .ToDictionary(column => column.Name, column => column.Value.ValueKind == System.Text.Json.JsonValueKind.Null ? null : column.Value.ToString(), StringComparer.Ordinal);
    }

    private Task<long> CountAsync(string from) => _database.ScalarAsync<long>($"SELECT count(*) FROM {from}");

    /// <summary>What a coordinator does when it hears of it; then makes room for the next cell.</summary>
    private async Task AdoptAsync()
    {
        await _database.ExecuteAsync("UPDATE render_instructions SET status = 'cancelled' WHERE status IN ('pending', 'processing') AND owner IS NULL");
        await using var hub = RenderHub.Build(_database.ConnectionString, _folder, new Dictionary<string, string?>(StringComparer.Ordinal));
        await hub.InScopeAsync(provider => provider.GetRequiredService<ExternalWrites>().TakeAsync(CancellationToken.None));
        await _database.ExecuteAsync("UPDATE render_instructions SET owner = NULL");
    }
}
