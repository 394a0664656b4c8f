using System.Collections.Concurrent;
using System.Globalization;
using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Hub.Tests.Support.Processes;

namespace Hub.Tests.Render.Engines;

/// <summary>With the limits as they are shipped. All ways at once: each costs its whole limit.</summary>
internal sealed class HangingEngineTests : RenderSpec
{
    private const string AtStart = "at-start";

    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(15);

    // The first one started says nothing and does not heed a signal; the others are engines.
    private const string NeverReadyAtFirst =
        """
        if mkdir "$1/first" 2>/dev/null; then trap '' TERM; sleep 600 & printf '%s\n' $$ $! >"$1/at-start.new"; mv "$1/at-start.new" "$1/at-start"; while :; do wait; done; fi
        shift; exec "$@"
        """;

    [Test]
    public async Task However_an_engine_hangs_it_is_ended_with_all_it_has_started_within_15_s_and_its_clip_is_tried_again()
    {
        string[] ways = [Hanging.MidFrame, Hanging.AfterTheLastFrame, Hanging.IgnoringSignals, Hanging.WithFfmpeg, Hanging.WithAnOrphan, Hanging.Stopped, Hanging.Babbling];
        var hub = await StartHubAsync([("Worker:Concurrency", $"{ways.Length}"), ("EngineStartSeconds", "10"), .. EngineCommand("sh", "-c", NeverReadyAtFirst, "sh", Folder)]);
        await hub.RequestAsync(ways.Select(way => Request($"hang-once {way} {Path.Combine(Folder, way)}")));

        var times = new ConcurrentDictionary<string, TimeSpan>(StringComparer.Ordinal);
        await Task.WhenAll(ways.Append(AtStart).Select(async way => times[way] = await TimeToEndAsync(Path.Combine(Folder, way))));

        foreach (var (way, time) in times)
        {
            await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{way}: ended after {time.TotalSeconds:0.0} s"));
        }

        times.Values.Should().OnlyContain(time => time < Promised);
        await CountBecomesAsync(ways.Length, "status = 'completed'");
        (await Database.ScalarAsync<long>("SELECT sum(retry_count) FROM render_instructions")).Should().Be(ways.Length + 1, "each way is charged once");
        hub.Events.Of<RenderAttemptFailed>().Should().OnlyContain(failed => failed.Kind != RenderFailureKind.Final);
        ClipFiles().Should().HaveCount(ways.Length, "nothing is left of the attempts that hung");
    }

    [Test]
    public async Task What_hangs_when_its_worker_is_killed_is_ended_by_the_next_worker()
    {
        var file = Path.Combine(Folder, Hanging.Stopped);
        await using (var killed = ChildProcess.Start<RenderHubProgram>(Database.ConnectionString, Folder))
        {
            await Database.ExecuteAsync($$"""INSERT INTO render_instructions (template_name, layer_data_json) VALUES ('Test Card', '{"do": "hang-once {{Hanging.Stopped}} {{file}}"}')""");
            await Eventually.BecomesTrueAsync("the engine is stopped", () => Task.FromResult(File.Exists(file)));
            await killed.KillAsync();
        }

        await StartHubAsync();

        await TimeToEndAsync(file);
        await CountBecomesAsync(1, "status = 'completed'");
    }

    private static IEnumerable<(string Key, string Value)> EngineCommand(params string[] wrapper)
        => wrapper.Concat(TestEngineProgram.Command).Select((part, index) => ($"EngineCommand:{index}", part));

    /// <returns>From the moment it hung to the moment none of its processes is left.</returns>
    private static async Task<TimeSpan> TimeToEndAsync(string file)
    {
        await Eventually.BecomesTrueAsync($"{Path.GetFileName(file)} hangs", () => Task.FromResult(File.Exists(file)));
        var processes = (await File.ReadAllLinesAsync(file)).Select(line => int.Parse(line, CultureInfo.InvariantCulture)).ToList();
        await Eventually.BecomesTrueAsync($"{Path.GetFileName(file)} is ended: {string.Join(", ", processes)}", () => Task.FromResult(!processes.Exists(IsRunning)));
        return TimeProvider.System.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(file);
    }

    /// <summary>A zombie that nobody has asked about yet runs no more.</summary>
    private static bool IsRunning(int id)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            return stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
