using FluentAssertions;

namespace Hub.Tests.Journeys;

/// <summary>From an export to clips with nothing configured: embedded PostgreSQL, in-memory transport.</summary>
internal sealed class OneExportJourneyTests
{
    private static readonly Dictionary<string, string> Mark = new() { [LeftBehind.MarkVariable] = Guid.NewGuid().ToString() };

    private readonly JourneyFolder _folder = new();
    private RunLine _first = null!;
    private RunLine _second = null!;
    private IReadOnlyList<string> _clipsOfFirst = [];

    [OneTimeSetUp]
    public async Task PlayTwice()
    {
        _folder.Put("Final Table", JourneySessions.Finale);
        _first = await PlayAsync();
        _clipsOfFirst = _folder.Clips;
        _second = await PlayAsync();
    }

    [OneTimeTearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Every_hand_is_stored_and_every_caption_becomes_one_clip()
    {
        _first.Hands.Should().Be(JourneySessions.Finale.Hands.Count);
        _first.Instructions.Should().BePositive();
        _first.Clips.Should().Be(_first.Instructions);
        _first.Failed.Should().Be(0);
        _clipsOfFirst.Should().HaveCount((int)_first.Clips);
    }

    [Test]
    public async Task Every_clip_decodes_to_its_end_and_is_transparent_around_what_it_shows()
    {
        foreach (var clip in _clipsOfFirst)
        {
            var probe = await ClipProbe.OfAsync(clip);

            probe.Should().BeEquivalentTo(new { Width = 1920, Height = 1080, LeastAlpha = 0 }, clip);
            probe.Frames.Should().BeGreaterThan(30, clip);
            probe.MostAlpha.Should().BeGreaterThan(200, clip);
        }
    }

    [Test]
    public void A_second_run_on_the_same_data_finds_nothing_new()
    {
        (_second with { Seconds = 0 }).Should().Be(new RunLine(0, 0, 0, 0, 0));
        _folder.Clips.Should().BeEquivalentTo(_clipsOfFirst);
    }

    [Test]
    public Task No_process_is_left() => LeftBehind.NobodyAsync(Mark[LeftBehind.MarkVariable], _folder.Data);

    private async Task<RunLine> PlayAsync()
    {
        await using var hub = HubProcess.Start(Mark, "demo", "--once", "--source", _folder.Source, "--data", _folder.Data);
        (await hub.ExitAsync()).Should().Be(0);
        return RunLine.Of(hub);
    }
}
