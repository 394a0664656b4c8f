using System.Diagnostics;
using FluentAssertions;
using Hub.Tests.Support;

namespace Hub.Tests.Journeys;

/// <summary>SIGKILL at random moments: whatever was under way, the next start brings it to the same end.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class KillJourneyTests
{
    private string[] _undisturbed = [];
    private TimeSpan _duration;

    [OneTimeSetUp]
    public async Task PlayUndisturbed()
    {
        using var folder = NewFolder();
        await using var database = await TestPostgres.CreateDatabaseAsync();
        var started = Stopwatch.GetTimestamp();
        await FinishAsync(folder, database, "undisturbed");
        _duration = Stopwatch.GetElapsedTime(started);
        _undisturbed = await FinalRows.ReadAsync(database);
    }

    [TestCaseSource(typeof(Seeds), nameof(Seeds.UpTo), new object[] { 5, 25 })]
    public async Task A_killed_run_is_brought_to_the_same_end_by_the_next(int seed)
    {
        using var folder = NewFolder();
        await using var database = await TestPostgres.CreateDatabaseAsync();
        var mark = Guid.NewGuid().ToString();

        await using (var victim = Start(folder, database, mark))
        {
            var moment = _duration * new Random(seed).NextDouble();
            await TestContext.Out.WriteLineAsync($"SIGKILL after {moment.TotalSeconds:0.00} s of {_duration.TotalSeconds:0.00} s");
            await Task.Delay(moment);
            await victim.KillAsync();
        }

        await LeftBehind.NobodyAsync(mark, folder.Data);
        await FinishAsync(folder, database, mark);

        (await FinalRows.ReadAsync(database)).Should().BeEquivalentTo(_undisturbed);
        await EveryClipIsWholeAsync(folder, database);
        await LeftBehind.NobodyAsync(mark, folder.Data);
    }

    private static async Task EveryClipIsWholeAsync(JourneyFolder folder, TestDatabase database)
    {
        var recorded = await database.ScalarAsync<string[]>("select array_agg(output_path::text order by output_path) from render_outputs");
        folder.Clips.Should().BeEquivalentTo(recorded, "of what the database says");
        folder.UnfinishedClips.Should().BeEmpty();
        foreach (var clip in folder.Clips)
            (await ClipProbe.OfAsync(clip)).Frames.Should().BePositive(clip);
    }

    private static JourneyFolder NewFolder()
    {
        var folder = new JourneyFolder();
        folder.Put("Final Table", JourneySessions.Finale);
        folder.Put("Feature Table", JourneySessions.Plain);
        folder.PutSmallTemplates();
        return folder;
    }

    private static async Task FinishAsync(JourneyFolder folder, TestDatabase database, string mark)
    {
        await using var hub = Start(folder, database, mark);
        (await hub.ExitAsync()).Should().Be(0);
        RunLine.Of(hub).Failed.Should().Be(0);
    }

    private static HubProcess Start(JourneyFolder folder, TestDatabase database, string mark)
        => HubProcess.Start(
            new Dictionary<string, string>
            {
                ["ConnectionStrings__Hub"] = database.ConnectionString,
                ["Render__TemplateFolder"] = folder.Templates,
                [LeftBehind.MarkVariable] = mark,
            },
            "demo", "--once", "--source", folder.Source, "--data", folder.Data);
}
