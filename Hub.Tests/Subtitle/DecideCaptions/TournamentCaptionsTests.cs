using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Tests.Subtitle.ManualData;
using Hub.Tests.Support;

namespace Hub.Tests.Subtitle.DecideCaptions;

/// <summary>What the rules shipped with the hub make of the moments of a tournament.</summary>
internal sealed class TournamentCaptionsTests
{
    private const string Event = "WSOP_2026_E76_ME";

    private TestDatabase _database = null!;
    private SubtitleApi _api = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await SubtitleHost.CreateDatabaseAsync();
        _api = await SubtitleApi.StartAsync(_database);
        await _database.ExecuteAsync($"INSERT INTO public.tournaments (name, event_code) VALUES ('Main Event', '{Event}'), ('Side Event', 'WSOP_2026_E77_SE')");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task A_table_that_is_assigned_to_another_event_shows_its_name_once()
    {
        var created = await _api.CreatedAsync("table-assignments", Assignment("Table 1", Event));
        var path = $"table-assignments/{created["id"]}";
        (await _api.PutAsync(path, Assignment("Table One", Event))).Ok();
        (await _api.PutAsync(path, Assignment("Table One", "WSOP_2026_E77_SE"))).Ok();
        await _api.CreatedAsync("table-assignments", Assignment("Table 2", "WSOP_2026_E99_NOT_YET"));

        await Eventually.BecomesTrueAsync("both names were asked for", () => Task.FromResult(Names().Count() >= 2));
        Names().Should().BeEquivalentTo("MAIN EVENT", "SIDE EVENT");
        Requests().Select(request => request.TriggerType).Should().AllBe("feature_table_change");
        Requests().Select(request => request.TriggerId).Should().OnlyHaveUniqueItems();
    }

    private static string Assignment(string table, string eventCode) => $$"""{ "tableName": "{{table}}", "eventCode": "{{eventCode}}" }""";

    private IEnumerable<RequestRender> Requests() => _api.Requests.Where(request => request.TemplateName == "Event name");

    private IEnumerable<string> Names() => Requests().Select(request => request.Fields["event_name"]);
}
