using FluentAssertions;
using Hub.Tests.Support;

namespace Hub.Tests.Journeys;

internal sealed class OtherExportsJourneyTests
{
    private JourneyFolder _folder = null!;
    private TestDatabase _database = null!;

    [SetUp]
    public async Task MakeFolder()
    {
        _folder = new JourneyFolder();
        _database = await TestPostgres.CreateDatabaseAsync();
    }

    [TearDown]
    public async Task DeleteFolder()
    {
        _folder.Dispose();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Without_captions_every_hand_is_stored_once_and_nothing_is_rendered()
    {
        _folder.Put("Final Table", JourneySessions.Finale);
        _folder.Put("Feature Table", JourneySessions.Plain);

        var run = await PlayAsync("--captions", "none");

        (run with { Seconds = 0 }).Should().Be(new RunLine(8, 0, 0, 0, 0));
        (await _database.ScalarAsync<long>("select count(distinct (table_id, hand_number)) from hands")).Should().Be(8);
        (await _database.ScalarAsync<string>("select table_id from hands where table_id like '%~2'"))
            .Should().Be($"FEATURE_TABLE_{JourneySessions.Plain.CreatedAt.UtcTicks}~2", "a hand number stands twice in the export");
    }

    [Test]
    public async Task A_bad_file_is_reported_and_stops_nobody()
    {
        _folder.Put("Final Table", JourneySessions.Finale);
        _folder.Put("Feature Table", "PGFX_live_data_export GameID=639269787000000001.json", "{\"Hands\":[{\"HandNum\":");
        _folder.Put("Feature Table", "PGFX_live_data_export GameID=639269787000000002.json", "no JSON at all");

        var run = await PlayAsync("--captions", "none");

        run.Hands.Should().Be(4);
        run.Failed.Should().Be(0);
    }

    private async Task<RunLine> PlayAsync(params string[] options)
    {
        var environment = new Dictionary<string, string> { ["ConnectionStrings__Hub"] = _database.ConnectionString };
        await using var hub = HubProcess.Start(environment, ["demo", "--once", "--source", _folder.Source, "--data", _folder.Data, .. options]);
        (await hub.ExitAsync()).Should().Be(0);
        return RunLine.Of(hub);
    }
}
