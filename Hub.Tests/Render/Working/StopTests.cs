using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Hub.Tests.Support.Processes;
using Npgsql;

namespace Hub.Tests.Render.Working;

/// <summary>SIGTERM to a hub of its own process, at every point of a clip's way. Docker waits ten seconds before it kills.</summary>
internal sealed class StopTests : RenderSpec
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private const string NeverReady = "sleep 600";

    private string Go => Path.Combine(Folder, "go");

    [Test]
    public async Task While_the_engine_starts()
    {
        await using var hub = Start("Render:EngineCommand:0=sh", "Render:EngineCommand:1=-c", $"Render:EngineCommand:2={NeverReady}", "Render:EngineStartSeconds=60");
        await AskAsync("succeed");
        await CountBecomesAsync(1, "status = 'processing'");

        await StopAsync(hub);

        await HandedBackAsync();
    }

    [Test]
    public async Task While_it_draws()
    {
        await using var hub = Start();
        await AskAsync($"wait-for {Go}");
        await Eventually.BecomesTrueAsync("the engine writes", () => Task.FromResult(ClipFiles().Count == 1));

        await StopAsync(hub);

        await HandedBackAsync();
    }

    [Test]
    public async Task While_the_encoder_finishes()
    {
        var hangs = Path.Combine(Folder, Hanging.AfterTheLastFrame);
        await using var hub = Start();
        await AskAsync($"hang-once {Hanging.AfterTheLastFrame} {hangs}");
        await Eventually.BecomesTrueAsync("the last frame is out", () => Task.FromResult(File.Exists(hangs)));

        await StopAsync(hub);

        await HandedBackAsync();
    }

    [Test]
    public async Task While_the_result_is_stored_which_is_still_done()
    {
        await using var hub = Start();
        await using var held = await HoldResultAsync();

        var stopping = StopAsync(hub);
        await hub.SaysAsync(RenderHubProgram.Stopping);
        await held.DisposeAsync();
        await stopping;

        await CountBecomesAsync(1, "status = 'completed' AND retry_count = 0 AND attempt = 1");
        ClipFiles().Should().ContainSingle();
    }

    [Test]
    public async Task While_the_result_cannot_be_stored_the_process_ends_all_the_same_and_the_next_one_sees_to_it()
    {
        await using var hub = Start();
        await using (await HoldResultAsync())
        {
            await StopAsync(hub);
        }

        await StartHubAsync();

        await CountBecomesAsync(1, "status = 'completed' AND retry_count = 0 AND lost_workers = 0");
        await Eventually.BecomesTrueAsync("one clip is left", () => Task.FromResult(ClipFiles().Count == 1));
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render_outputs")).Should().Be(1);
    }

    private ChildProcess Start(params string[] settings) => ChildProcess.Start<RenderHubProgram>([Database.ConnectionString, Folder, .. settings]);

    private Task<int> AskAsync(string order)
        => Database.ExecuteAsync($$"""INSERT INTO render_instructions (template_name, layer_data_json, max_retries) VALUES ('Test Card', '{"do": "{{order}}"}', 0)""");

    /// <summary>Somebody holds the row while the finished clip is about to be stored.</summary>
    private async Task<NpgsqlConnection> HoldResultAsync()
    {
        await AskAsync($"wait-for {Go}");
        await Eventually.BecomesTrueAsync("the engine writes", () => Task.FromResult(ClipFiles().Count == 1));
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using (var hold = new NpgsqlCommand("BEGIN; SELECT FROM render_instructions FOR UPDATE", connection))
        {
            await hold.ExecuteNonQueryAsync();
        }

        await File.WriteAllTextAsync(Go, "");
        await Eventually.BecomesTrueAsync("the result waits", () => Database.ScalarAsync<bool>("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%completed%')"));
        return connection;
    }

    private static async Task StopAsync(ChildProcess hub)
    {
        var askedAt = Stopwatch.GetTimestamp();
        await hub.SignalAsync("TERM");
        await hub.ExitAsync();
        var took = Stopwatch.GetElapsedTime(askedAt);
        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"ended after {took.TotalSeconds:0.0} s"));
        took.Should().BeLessThan(Grace);
    }

    private async Task HandedBackAsync()
    {
        (await CountAsync("status IN ('pending', 'processing') AND retry_count = 0 AND lost_workers = 0 AND unfit_attempts = 0")).Should().Be(1);
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render.lease")).Should().Be(0, "the claim was given up before the process ended");
        ClipFiles().Should().BeEmpty();
        await File.WriteAllTextAsync(Go, "");

        await StartHubAsync();

        await CountBecomesAsync(1, "status = 'completed' AND retry_count = 0 AND lost_workers = 0");
    }
}
