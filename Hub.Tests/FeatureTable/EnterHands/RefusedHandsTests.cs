using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Tests.FeatureTable.Hosting;
using Hub.Tests.Support;
using static Hub.Tests.FeatureTable.EnterHands.SomeManualHand;

namespace Hub.Tests.FeatureTable.EnterHands;

internal sealed class RefusedHandsTests
{
    private TestDatabase _database = null!;
    private EnterHandsApi _api = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await FeatureTableHost.CreateDatabaseAsync();
        _api = await EnterHandsApi.StartAsync(_database);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [TestCase("""{"table":null}""", "table")]
    [TestCase("""{"table":"Table Blau"}""", "table")]
    [TestCase("""{"handNumber":null}""", "handNumber")]
    [TestCase("""{"handNumber":-1}""", "handNumber")]
    [TestCase("""{"sessionType":"CASH"}""", "sessionType")]
    [TestCase("""{"startedAt":"2199-01-01T00:00:00Z"}""", "startedAt")]
    [TestCase("""{"durationSeconds":-1}""", "durationSeconds")]
    [TestCase("""{"smallBlind":40000}""", "smallBlind")]
    [TestCase("""{"buttonSeat":11}""", "buttonSeat")]
    [TestCase("""{"pot":-1}""", "pot")]
    [TestCase("""{"board":["As","Ac"]}""", "board")]
    [TestCase("""{"board":["As","Ac","7d","7h","1x"]}""", "board")]
    [TestCase("""{"board":["As","Ac","7d","7h","As"]}""", "board")]
    [TestCase("""{"winners":[3]}""", "winners")]
    [TestCase("""{"winners":[5]}""", "players[0].endStack")]
    [TestCase("""{"pot":5}""", "players[0].endStack", "players[1].endStack")]
    [TestCase("""{"winners":[2,5],"board":[]}""", "board")]
    [TestCase("""{"players":null}""", "players")]
    [TestCase("""{"players":[null]}""", "players", "players[0]")]
    public async Task A_wrong_field_is_named_and_nothing_is_stored(string change, params string[] fields)
        => await RefusesAsync(Changed(change), fields);

    [TestCase("seat", "null", "players[1].seat")]
    [TestCase("seat", "2", "players[1].seat")]
    [TestCase("seat", "11", "players[1].seat")]
    [TestCase("name", "\" \"", "players[1].name")]
    [TestCase("startStack", "0", "players[1].startStack")]
    [TestCase("endStack", "null", "players[1].endStack")]
    [TestCase("endStack", "-5", "players[1].endStack")]
    [TestCase("endStack", "99999999", "players[1].endStack")]
    [TestCase("holeCards", """["Kd"]""", "players[1].holeCards")]
    [TestCase("holeCards", """["Ah","Kd"]""", "players[1].holeCards")]
    [TestCase("holeCards", """["7s","7s"]""", "players[1].holeCards")]
    [TestCase("eliminationRank", "9", "players[1].eliminationRank")]
    public async Task A_wrong_field_of_a_player_is_named_and_nothing_is_stored(string field, string value, string named)
    {
        var hand = Hand();
        hand.Remove("pot");
        hand["players"]![1]![field] = JsonNode.Parse(value);
        await RefusesAsync(hand, named);
    }

    [Test]
    public async Task Without_stacks_cards_or_a_word_about_it_nobody_won()
    {
        var hand = Changed("""{"board":[]}""");
        hand["players"]![0]!["endStack"] = 1_000_000;
        hand["players"]![1]!["endStack"] = 1_000_000;

        await RefusesAsync(hand, "winners");
    }

    private async Task RefusesAsync(JsonNode hand, params string[] fields)
    {
        var refused = await _api.EnterAsync(hand);

        refused.Status.Should().Be(HttpStatusCode.BadRequest, refused.Body?.ToJsonString());
        refused.Code.Should().Be("invalid_fields");
        refused.Errors!.Select(error => error.Key).Should().Equal(fields);
        (await _database.ScalarAsync<long>("SELECT count(*) FROM hands")).Should().Be(0);
    }
}
