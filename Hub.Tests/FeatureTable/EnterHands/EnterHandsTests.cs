using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Contracts.FeatureTable;
using Hub.Tests.FeatureTable.Hosting;
using Hub.Tests.FeatureTable.Samples;
using Hub.Tests.Support;
using static Hub.Tests.FeatureTable.EnterHands.SomeManualHand;

namespace Hub.Tests.FeatureTable.EnterHands;

internal sealed class EnterHandsTests
{
    private TestDatabase _database = null!;
    private EnterHandsApi _api = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _database = await FeatureTableHost.CreateDatabaseAsync();
        _api = await EnterHandsApi.StartAsync(_database);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task A_hand_becomes_a_row_that_v1_can_read_and_an_event_with_its_facts()
    {
        var entered = await _api.EnterAsync(Hand());

        var hand = entered.Created()["hand"]!;
        entered.Location.Should().Be($"/api/v1/hands/{hand["id"]}");
        ((string?)hand["source"]).Should().Be("manual");
        ((string?)hand["handRank"]).Should().Be("full_house");
        ((string?)hand["winner"]).Should().Be("Lindqvist");
        ((string?)hand["grade"]).Should().Be("B");
        ((long?)hand["pot"]).Should().Be(2_000_000);
        ((string?)hand["tableId"]).Should().MatchRegex("^FEATURE_TABLE_20260307[0-9]{7}$");
        (await _database.ScalarAsync<string>("SELECT players_json->0->>'stack' FROM hands")).Should().Be("2000000");

        await Eventually.BecomesTrueAsync("the event arrived", () => Task.FromResult(_api.Captured.Count == 1));
        var captured = _api.Captured.Single();
        captured.Should().BeEquivalentTo(
            new { Sequence = 1L, Revision = 1, IsBacklog = false, WasPlayed = true, TableName = EnterHandsApi.Table, HandNumber = 57, IsPremium = true, IsAllIn = true, HandRank = "full_house", DurationSeconds = 150, BigBlind = 20_000L, Grade = HandGrade.B },
            options => options.ExcludingMissingMembers());
        captured.Players.Select(player => (player.Seat, player.IsWinner, player.HasFolded, player.IsAllIn, player.WentOut, player.ChipsPutIn, player.HandRank)).Should().Equal(
            (2, true, false, false, false, 1_000_000, "full_house"),
            (5, false, false, true, true, 1_000_000, "two_pair"),
            (8, false, true, false, false, 0, null));
        captured.Warnings.Should().BeEmpty();
    }

    [Test]
    public async Task Only_the_obvious_is_needed()
    {
        var entered = await _api.EnterAsync(JsonNode.Parse(
            """
            { "table": " table blue", "handNumber": 1, "players": [
                { "seat": 2, "name": "Lindqvist", "startStack": 100, "endStack": 130 },
                { "seat": 5, "name": "Okafor", "startStack": 100, "endStack": 70 } ] }
            """)!);

        var detail = entered.Created();
        ((string?)detail["hand"]!["winner"]).Should().Be("Lindqvist");
        ((bool?)detail["wasPlayed"]).Should().BeTrue();
        detail["actions"]!.AsArray().Select(action => $"{action!["action"]} {action["seat"]}").Should().Equal("fold 5");
        detail["warnings"]!.AsArray().Select(warning => (string?)warning).Should().Equal("the pot was not entered");
    }

    [Test]
    public async Task Where_stacks_do_not_tell_who_won_the_cards_do()
    {
        var hand = Hand();
        hand["players"]![0]!["endStack"] = 1_900_000;

        var detail = (await _api.EnterAsync(hand)).Created();

        ((string?)detail["hand"]!["winner"]).Should().Be("Lindqvist");
        detail["warnings"]!.AsArray().Select(warning => (string?)warning).Should().Equal("the stacks do not add up: 100000 chips missing after the hand");
    }

    [Test]
    public async Task A_winner_who_does_not_have_the_best_cards_is_kept_with_a_warning()
    {
        var hand = Hand();
        hand["winners"] = new JsonArray(5);
        hand["players"]![0]!["endStack"] = 1_000_000;
        hand["players"]![1]!["endStack"] = 1_000_000;

        var detail = (await _api.EnterAsync(hand)).Created();

        ((string?)detail["hand"]!["winner"]).Should().Be("Okafor");
        detail["warnings"]!.AsArray().Select(warning => (string?)warning).Should().Equal("by the cards seat 2 has the best hand");
    }

    [Test]
    public async Task The_hands_of_a_day_are_one_session_with_a_dense_sequence_however_many_are_entered_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => _api.EnterAsync(Changed($$"""{"handNumber":{{number}}}"""))));

        answers.Should().OnlyContain(answer => answer.Status == HttpStatusCode.Created);
        (await _database.ScalarAsync<long>("SELECT count(DISTINCT table_id) FROM hands")).Should().Be(1);
        (await _database.ScalarAsync<string>("SELECT string_agg(sequence::text, ',' ORDER BY sequence) FROM hands")).Should().Be("1,2,3,4,5,6,7,8");
        await Eventually.BecomesTrueAsync("the events arrived", () => Task.FromResult(_api.Captured.Count == 8));
        _api.Captured.Select(hand => hand.Sequence).Order().Should().Equal(1, 2, 3, 4, 5, 6, 7, 8);
    }

    [Test]
    public async Task Another_day_or_another_type_is_another_session()
    {
        (await _api.EnterAsync(Hand())).Created();
        (await _api.EnterAsync(Changed("""{"startedAt":"2026-03-08T12:30:00Z"}"""))).Created();
        (await _api.EnterAsync(Changed("""{"sessionType":"FINAL_TABLE"}"""))).Created();

        (await _database.ScalarAsync<long>("SELECT count(DISTINCT session_id) FROM hands")).Should().Be(3);
    }

    [Test]
    public async Task A_hand_entered_twice_is_refused_with_the_address_of_the_first()
    {
        var id = (await _api.EnterAsync(Hand())).Created()["hand"]!["id"];

        var again = await _api.EnterAsync(Hand());

        again.Status.Should().Be(HttpStatusCode.Conflict);
        again.Code.Should().Be("hand_exists");
        ((string?)again.Body!["detail"]).Should().Contain($"PUT /api/v1/hands/{id}");
    }

    [Test]
    public async Task A_hand_that_the_readers_got_is_refused_unless_a_person_insists()
    {
        // Exported: hand 57 at 14:51:00.
        await _api.ReadFromTableAsync(SampleExport.Session().With(SampleHand.Ordinary(57)), hands: 1);
        var sameNumber = Changed("""{"startedAt":"2026-03-07T15:00:00Z"}""");
        var sameMoment = Changed("""{"handNumber":3,"startedAt":"2026-03-07T14:52:00Z"}""");
        var otherDay = Changed("""{"startedAt":"2026-03-09T15:00:00Z"}""");

        (await _api.EnterAsync(sameNumber)).Code.Should().Be("hand_from_rfid");
        (await _api.EnterAsync(sameMoment)).Code.Should().Be("hand_from_rfid");
        (await _api.EnterAsync(otherDay)).Created();
        (await _api.EnterAsync(sameNumber, "?force=true")).Created();
    }

    [Test]
    public async Task A_correction_is_a_revision_and_the_same_correction_again_is_nothing()
    {
        var id = (await _api.EnterAsync(Hand())).Created()["hand"]!["id"];
        var corrected = Changed("""{"startedAt":null,"board":["As","Ac","7d","7h","2c"]}""");
        corrected["players"]![0]!["holeCards"] = new JsonArray("Ah", "Ad");

        var first = await _api.CorrectAsync(id, corrected);
        var second = await _api.CorrectAsync(id, corrected, ifMatch: "1");

        ((string?)first.Ok()["hand"]!["handRank"]).Should().Be("four_of_a_kind");
        first.ETag.Should().Be("2");
        second.Ok().ToJsonString().Should().Be(first.Body!.ToJsonString());
        (await _database.ScalarAsync<long>("SELECT count(*) FROM hands")).Should().Be(1);
        await Eventually.BecomesTrueAsync("the revision arrived", () => Task.FromResult(_api.Revised.Count > 0));
        _api.Revised.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Sequence = 2L, Revision = 2, HandNumber = 57, HandRank = "four_of_a_kind", _api.Captured.Single().StartTicks, _api.Captured.Single().TableId },
            options => options.ExcludingMissingMembers());
    }

    [Test]
    public async Task A_correction_made_from_an_older_revision_is_refused()
    {
        var id = (await _api.EnterAsync(Hand())).Created()["hand"]!["id"];
        (await _api.CorrectAsync(id, Changed("""{"durationSeconds":99}"""), ifMatch: "1")).Ok();

        var late = await _api.CorrectAsync(id, Changed("""{"durationSeconds":77}"""), ifMatch: "1");

        late.Status.Should().Be(HttpStatusCode.PreconditionFailed);
        (await _database.ScalarAsync<int>("SELECT duration_seconds FROM hands")).Should().Be(99);
    }

    [TestCase("""{"handNumber":58}""", "handNumber")]
    [TestCase("""{"sessionType":"FINAL_TABLE"}""", "sessionType")]
    [TestCase("""{"startedAt":"2026-03-07T12:31:00Z"}""", "startedAt")]
    [TestCase("""{"table":"Table Red"}""", "table")]
    public async Task What_a_hand_is_known_by_cannot_be_corrected(string change, string field)
    {
        var id = (await _api.EnterAsync(Hand())).Created()["hand"]!["id"];

        var refused = await _api.CorrectAsync(id, Changed(change));

        refused.Code.Should().Be("invalid_fields");
        refused.Errors!.Select(error => error.Key).Should().Equal(field);
    }

    [Test]
    public async Task A_hand_from_the_readers_or_from_a_v1_client_cannot_be_corrected_here()
    {
        await _api.ReadFromTableAsync(SampleExport.WithOrdinaryHands(1), hands: 1);
        await _database.ExecuteAsync("INSERT INTO hands (table_id, hand_number, source) VALUES ('table-9', 7, 'manual')");
        var ids = (await _api.GetAsync("hands")).Ok()["items"]!.AsArray().Select(hand => hand!["id"]!.DeepClone()).ToList();

        foreach (var id in ids)
        {
            var refused = await _api.CorrectAsync(id, Hand());
            refused.Status.Should().Be(HttpStatusCode.Conflict);
            refused.Code.Should().Be("hand_not_manual");
        }

        ids.Should().HaveCount(2);
        (await _api.CorrectAsync(999_999, Hand())).Code.Should().Be("hand_not_found");
    }

    [Test]
    public async Task A_viewer_cannot_enter_hands()
    {
        using var viewer = _api.Client("otto viewer");

        (await _api.EnterAsync(Hand(), client: viewer)).Status.Should().Be(HttpStatusCode.Forbidden);
    }
}
