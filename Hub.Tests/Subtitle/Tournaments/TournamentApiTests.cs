using System.Net;
using FluentAssertions;
using Hub.Tests.Subtitle.ManualData;

namespace Hub.Tests.Subtitle.Tournaments;

/// <summary>What the API shows of tournaments and of the files they come from.</summary>
internal sealed class TournamentApiTests
{
    private TournamentTable _table = null!;
    private SubtitleApi _api = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _table = await TournamentTable.CreateAsync();
        _api = await SubtitleApi.StartAsync(_table.Database);
        await _table.Database.ExecuteAsync("INSERT INTO tournaments (name, event_code, updated_at) VALUES ('Old', 'OLD 1', '2020-01-01')");
        foreach (var (name, text) in Exports.All.Where(file => file.Key != "broadcast_schedule.csv"))
            await _table.TakeAsync(name, text);
        await _table.PlayAsync(level: 10);
        await _table.TakeAsync("player_chips.csv", Exports.Chips + "\n12,Dora,plenty,,,,");
        await _table.TakeAsync("payout_structure.csv", "tournament_number\n12\n");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _api.DisposeAsync();
        await _table.DisposeAsync();
    }

    [Test]
    public async Task Tournaments_are_listed_last_changed_first()
    {
        var tournaments = (await _api.GetAsync("tournaments")).Ok().AsArray();

        tournaments.Select(tournament => (string?)tournament!["name"]).Should().Equal("Winter Classic", "Summer Main Event", "Old");
        var winter = tournaments[0]!;
        ((string?)winter["eventCode"]).Should().Be(TournamentTable.WinterCode);
        ((string?)winter["status"]).Should().Be("running");
        ((int?)winter["number"]).Should().Be(12);
        ((int?)winter["placesPaid"]).Should().Be(15);
        tournaments[2]!["status"].Should().BeNull();
    }

    [Test]
    public async Task A_tournament_is_shown_with_levels_payouts_standings_and_moments()
    {
        var winter = (await _api.GetAsync($"tournaments/{TournamentTable.WinterCode}")).Ok();

        ((int?)winter["tournament"]!["currentLevel"]).Should().Be(10);
        ((int?)winter["fee"]).Should().Be(150);
        winter["levels"]!.AsArray().Select(level => ((int?)level!["level"], (bool?)level["isBreak"])).Should().Equal((9, false), (9, true), (10, false));
        ((int?)winter["payouts"]![2]!["lastPlace"]).Should().Be(15);
        ((string?)winter["standings"]![0]!["name"]).Should().Be("김민서");
        ((string?)winter["moments"]![0]!["trigger"]).Should().Be("level_change");
        ((string?)winter["moments"]![0]!["triggerId"]).Should().Be($"{TournamentTable.WinterCode}/level/10");
    }

    [Test]
    public async Task An_event_code_is_found_whatever_its_characters_and_an_unknown_one_is_a_problem()
    {
        ((string?)(await _api.GetAsync("tournaments/OLD%201")).Ok()["tournament"]!["name"]).Should().Be("Old");

        var unknown = await _api.GetAsync("tournaments/NEW");
        unknown.Status.Should().Be(HttpStatusCode.NotFound);
        unknown.Code.Should().Be("tournament_not_found");
    }

    [Test]
    public async Task The_five_files_are_listed_with_what_is_wrong_with_them()
    {
        var files = (await _api.GetAsync("csv-files")).Ok().AsArray().ToDictionary(file => (string)file!["name"]!, file => file!);

        files.Keys.Should().Equal("blind_structure.csv", "payout_structure.csv", "player_chips.csv", "broadcast_schedule.csv", "tournament_data.csv");
        files.Values.Select(file => (string?)file["state"]).Should().Equal("read", "bad", "read", "missing", "read");
        ((string?)files["payout_structure.csv"]["lastError"]).Should().Contain("place_start, place_end, amount");
        var problem = files["player_chips.csv"]["problems"]!.AsArray().Should().ContainSingle().Subject!;
        ((int?)problem["line"], (string?)problem["column"], (string?)problem["value"]).Should().Be((6, "chips", "plenty"));
        ((int?)files["player_chips.csv"]["rows"]).Should().Be(4);
    }
}
