using System.Globalization;
using System.Net;
using FluentAssertions;
using Hub.Contracts.Engine;
using Hub.Contracts.FeatureTable;
using Hub.Tests.Subtitle.ManualData;
using Hub.Tests.Support;

namespace Hub.Tests.Subtitle.AskForCaptions;

internal sealed class AskForCaptionTests
{
    private const string Event = "WSOP_2026_E76_ME";

    private static readonly HandCaptured Hand = SomeHand.Of(
        1, SomeHand.Winner(2, "Lindqvist", 1_500_000) with { LongName = "Ida Lindqvist" }, SomeHand.Player(5, "Kim", 750_000), SomeHand.Player(8, "Kim", 500_000));

    private static readonly HandCaptured Latest = SomeHand.Of(2, SomeHand.Player(2, "Lindqvist", 1_400_000));

    private TestDatabase _database = null!;
    private SubtitleApi _api = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await SubtitleHost.CreateDatabaseAsync();
        _api = await SubtitleApi.StartAsync(_database);
        await _api.CaptureAsync(Hand);
        await _api.CaptureAsync(Latest);
        await Eventually.BecomesTrueAsync("both hands are stored", async () => await _database.ScalarAsync<long>("SELECT count(*) FROM subtitle.hand") == 2);
        await _database.ExecuteAsync(
            $$"""INSERT INTO public.tournaments (name, event_code, current_level, payouts_json) VALUES ('Main Event', '{{Event}}', 12, '[{"position": 1, "amount": 1000}]')""");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task What_is_asked_for_is_rendered_and_asked_again_it_is_rendered_again()
    {
        var body = Demand("NAME", seat: 2, more: """ "priority": 1, "neededAt": "2031-11-25T10:30:00-08:00", "format": "mp4", "options": { "handsAgo": 20, "texts": { "vpip": "a lot" } }""");

        var first = (await _api.PostAsync("captions", body)).Accepted();
        var second = (await _api.PostAsync("captions", body)).Accepted();

        ((int)first["requestNo"]!, (int)second["requestNo"]!).Should().Be((0, 1));
        var id = $"{Hand.SessionId}/1/{Hand.StartTicks}";
        await Eventually.BecomesTrueAsync("Render was asked twice", () => Task.FromResult(_api.Requests.Count(request => request.TriggerId == id && request.Subject == "2") == 2));
        var request = _api.Requests.Single(each => each.TriggerId == id && each.Subject == "2" && each.RequestNo == 1);
        (request.TemplateName, request.TriggerType, request.Subject, request.Priority, request.Format).Should().Be(("NAME", "manual", "2", 1, ClipFormat.Mp4));
        request.Fields["player_name"].Should().Be("IDA LINDQVIST");
        request.Fields["vpip"].Should().Be("a lot");
        request.NeededAt.Should().Be(new DateTimeOffset(2031, 11, 25, 18, 30, 0, TimeSpan.Zero));
    }

    [Test]
    public async Task The_same_idempotency_key_is_the_same_request_and_stands_for_one_only()
    {
        var first = (await AskAsync("k1", Demand("NAME", seat: 5))).Accepted();
        var again = (await AskAsync("k1", Demand("NAME", seat: 5))).Accepted();
        var other = await AskAsync("k1", Demand("NAME", seat: 8));

        again.ToJsonString().Should().Be(first.ToJsonString());
        other.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        other.Code.Should().Be("idempotency_key_reused");
        (await _database.ScalarAsync<long>("SELECT count(*) FROM subtitle.asked_caption WHERE subject = '5'")).Should().Be(1);
    }

    [Test]
    public async Task Requests_at_the_same_moment_get_numbers_of_their_own()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _api.PostAsync("captions", Demand("_MAIN Mini Chip Count"))));

        answers.Select(answer => (int)answer.Accepted()["requestNo"]!).Should().BeEquivalentTo(Enumerable.Range(0, 8));
    }

    [Test]
    public async Task A_preview_says_what_would_be_shown_and_asks_for_nothing()
    {
        var preview = (await _api.PostAsync("captions/preview", Demand("_Feature Table Leaderboard"))).Ok();

        ((string?)preview["fields"]!["slot1_name"]).Should().Be("LINDQVIST");
        (await _database.ScalarAsync<long>("SELECT count(*) FROM subtitle.asked_caption WHERE template = '_Feature Table Leaderboard'")).Should().Be(0);
    }

    [Test]
    public async Task Of_a_session_alone_the_last_played_hand_is_taken()
    {
        var preview = (await _api.PostAsync("captions/preview", $$"""{ "template": "_MAIN Mini Chip Count", "hand": { "sessionId": "{{Hand.SessionId}}" } }""")).Ok();

        ((string?)preview["fields"]!["slot1_chips"]).Should().Be("1,400,000");
    }

    [Test]
    public async Task A_hand_number_that_two_hands_bear_does_not_name_one_of_them()
    {
        const long Session = SomeHand.Session + 1;
        await _api.CaptureAsync(SomeHand.Of(1, SomeHand.Player(2, "Kim", 100)) with { SessionId = Session, HandNumber = 7 });
        await _api.CaptureAsync(SomeHand.Of(2, SomeHand.Player(2, "Kim", 200)) with { SessionId = Session, HandNumber = 7 });
        await Eventually.BecomesTrueAsync("both hands are stored", async () => await _database.ScalarAsync<long>($"SELECT count(*) FROM subtitle.hand WHERE session_id = {Session}") == 2);

        var answer = await _api.PostAsync("captions/preview", $$"""{ "template": "_MAIN Mini Chip Count", "hand": { "sessionId": "{{Session}}", "handNumber": 7 } }""");

        answer.Errors!["hand.startTicks"]![0]!.ToString().Should().StartWith("is required: several hands of the session bear the number 7");
    }

    [Test]
    public async Task A_caption_of_a_tournament_takes_the_one_named_or_the_one_of_the_table()
    {
        await _database.ExecuteAsync($"INSERT INTO subtitle.table_assignment (table_name, table_key, event_code, changed_by, changed_at) VALUES ('Table Blue', 'TABLE BLUE', '{Event}', 'x', now())");

        var named = (await _api.PostAsync("captions/preview", $$"""{ "template": "Event name", "eventCode": "{{Event}}" }""")).Ok();
        var ofTable = (await _api.PostAsync("captions/preview", Demand("Event name"))).Ok();

        ((string?)named["fields"]!["event_name"]).Should().Be("MAIN EVENT");
        ((string?)ofTable["fields"]!["event_name"]).Should().Be("MAIN EVENT");
    }

    [TestCase("""{ }""", "template", "is required")]
    [TestCase("""{ "template": "NAMES" }""", "template", "'NAMES' is none of")]
    [TestCase("""{ "template": "NAME", "seat": 2 }""", "hand", "is required: 'NAME' is written from a hand")]
    [TestCase("""{ "template": "NAME", "hand": HAND }""", "seat", "or player is required")]
    [TestCase("""{ "template": "NAME", "hand": HAND, "seat": 2, "player": "Kim" }""", "player", "may not be given together with seat")]
    [TestCase("""{ "template": "NAME", "hand": HAND, "seat": 3 }""", "seat", "has no player with a name in this hand; there are: 2 Lindqvist, 5 Kim, 8 Kim")]
    [TestCase("""{ "template": "NAME", "hand": HAND, "player": "Okafor" }""", "player", "'Okafor' is not in this hand; there are: 2 Lindqvist")]
    [TestCase("""{ "template": "NAME", "hand": HAND, "player": "kim" }""", "player", "'kim' is the name of several; give the seat")]
    [TestCase("""{ "template": "NAME", "hand": { "sessionId": "12" }, "seat": 2 }""", "hand", "is not known, or was not played")]
    [TestCase("""{ "template": "NAME", "hand": { "sessionId": "x1" }, "seat": 2 }""", "hand.sessionId", "'x1' is not a whole number in digits")]
    [TestCase("""{ "template": "NAME", "hand": { "handNumber": 1 }, "seat": 2 }""", "hand.sessionId", "is required")]
    [TestCase("""{ "template": "NAME", "hand": HAND, "seat": 2, "options": { "startRank": 1 } }""", "options.startRank", "has no meaning for 'NAME'")]
    [TestCase("""{ "template": "NAME", "hand": HAND, "seat": 2, "options": { "handsAgo": 0 } }""", "options.handsAgo", "is 0 and must be 1 to 100")]
    [TestCase("""{ "template": "Chip Flow", "hand": HAND, "seat": 2, "options": { "handsAgo": 15 } }""", "options.handsAgo", "must be 10, 20 or 30")]
    [TestCase("""{ "template": "NAME", "hand": HAND, "seat": 2, "options": { "texts": { "nick": "x" } } }""", "options.texts.nick", "is no field of 'NAME'; it has player_name, flag")]
    [TestCase("""{ "template": "NAME", "hand": HAND, "seat": 2, "options": { "texts": { "flag": null } } }""", "options.texts.flag", "is null; an empty text hides the field")]
    [TestCase("""{ "template": "NAME", "hand": HAND, "seat": 2, "priority": 11 }""", "priority", "is 11 and must be 1 to 10")]
    [TestCase("""{ "template": "NAME", "hand": HAND, "seat": 2, "format": "avi" }""", "format", "'avi' is none of mov_alpha, prores_4444, png_sequence, mp4")]
    [TestCase("""{ "template": "Payouts", "seat": 2, "eventCode": "WSOP_2026_E76_ME" }""", "seat", "has no meaning: 'Payouts' is about the tournament")]
    [TestCase("""{ "template": "Payouts" }""", "eventCode", "is required: 'Payouts' is about a tournament")]
    [TestCase("""{ "template": "Payouts", "eventCode": "WSOP_2026_E99_X" }""", "eventCode", "'WSOP_2026_E99_X' is not known")]
    [TestCase("""{ "template": "Commentator", "hand": HAND }""", "hand", "has no meaning: 'Commentator' is about the programme")]
    public async Task A_demand_that_makes_no_sense_is_refused_by_field(string body, string field, string error)
    {
        var answer = await _api.PostAsync("captions", body.Replace("HAND", HandJson, StringComparison.Ordinal));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Code.Should().Be("invalid_fields");
        answer.Errors![field]!.AsArray().Select(each => (string?)each).Should().ContainSingle().Which.Should().StartWith(error);
    }

    [Test]
    public async Task Whoever_may_only_look_may_preview_and_not_ask()
    {
        using var viewer = _api.Client("vera viewer");

        (await _api.SendAsync(HttpMethod.Post, "captions/preview", Demand("_MAIN Mini Chip Count"), client: viewer)).Status.Should().Be(HttpStatusCode.OK);
        (await _api.SendAsync(HttpMethod.Post, "captions", Demand("_MAIN Mini Chip Count"), client: viewer)).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task What_can_be_asked_for_is_listed_with_fields_and_options()
    {
        var compositions = (await _api.GetAsync("captions/compositions")).Ok().AsArray();

        var flow = compositions.Single(each => (string?)each!["template"] == "Chip Flow")!;
        ((string?)flow["about"]).Should().Be("player");
        flow["options"]!.AsArray().Select(each => (string?)each).Should().Equal("handsAgo");
        flow["fields"]!.AsArray().Select(each => (string?)each).Should().Contain("slot10_bar");
    }

    private static string HandJson => string.Create(
        CultureInfo.InvariantCulture, $$"""{ "sessionId": "{{Hand.SessionId}}", "handNumber": {{Hand.HandNumber}}, "startTicks": "{{Hand.StartTicks}}" }""");

    private static string Demand(string template, int? seat = null, string? more = null)
        => $$"""{ "template": "{{template}}", "hand": {{HandJson}}{{(seat is null ? "" : $", \"seat\": {seat}")}}{{(more is null ? "" : ",")}}{{more}} }""";

    private async Task<ApiAnswer> AskAsync(string key, string body)
    {
        using var client = _api.Client("anna operator");
        client.DefaultRequestHeaders.Add("Idempotency-Key", key);
        return await _api.SendAsync(HttpMethod.Post, "captions", body, client: client);
    }
}
