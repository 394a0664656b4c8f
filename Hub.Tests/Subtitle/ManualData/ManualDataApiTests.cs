using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Tests.Support;

namespace Hub.Tests.Subtitle.ManualData;

internal sealed class ManualDataApiTests
{
    private TestDatabase _database = null!;
    private SubtitleApi _api = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await SubtitleHost.CreateDatabaseAsync();
        _api = await SubtitleApi.StartAsync(_database);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [SetUp]
    public Task EmptyAsync() => _database.ExecuteAsync(
        "TRUNCATE subtitle.player, subtitle.name_override, subtitle.seat_assignment, subtitle.staff, subtitle.venue, subtitle.event_series, subtitle.table_assignment");

    [TestCaseSource(typeof(ManualKindCase), nameof(ManualKindCase.All))]
    public async Task An_entry_is_created_got_replaced_and_deleted(ManualKindCase kind)
    {
        var created = await _api.PostAsync(kind.Path, kind.Body);
        created.Created();
        var path = $"{kind.Path}/{created.Body!["id"]}";
        created.Location.Should().Be($"/api/v1/{path}");

        Holds((await _api.GetAsync(path)).Ok(), kind.Body);
        Holds((await _api.PutAsync(path, kind.Changed)).Ok(), kind.Changed);
        var listed = (await _api.GetAsync(kind.Path)).Ok()["items"]!.AsArray().Single()!;
        Holds(listed, kind.Changed);
        ((string?)listed["changedBy"]).Should().Be("anna");

        (await _api.SendAsync(HttpMethod.Delete, path)).Status.Should().Be(HttpStatusCode.NoContent);
        (await _api.GetAsync(path)).Status.Should().Be(HttpStatusCode.NotFound);
        (await _api.PutAsync(path, kind.Changed)).Status.Should().Be(HttpStatusCode.NotFound);
        (await _api.SendAsync(HttpMethod.Delete, path)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [TestCaseSource(typeof(ManualKindCase), nameof(ManualKindCase.All))]
    public async Task A_name_that_only_differs_in_capitals_and_blanks_is_taken(ManualKindCase kind)
    {
        await _api.CreatedAsync(kind.Path, kind.Body);

        var refused = await _api.PostAsync(kind.Path, kind.SameName);

        refused.Status.Should().Be(HttpStatusCode.Conflict);
        refused.Code.Should().EndWith("_exists");
        (await _api.GetAsync(kind.Path)).Ok()["items"]!.AsArray().Should().ContainSingle();
    }

    [TestCaseSource(typeof(ManualKindCase), nameof(ManualKindCase.All))]
    public async Task An_entry_replaced_by_itself_stays_as_it_is(ManualKindCase kind)
    {
        var created = await _api.CreatedAsync(kind.Path, kind.Body);
        var path = $"{kind.Path}/{created["id"]}";
        var changed = await _api.PutAsync(path, kind.Changed);

        // Sent again by a client that did not get the answer; it says the version it started from.
        var again = await _api.SendAsync(HttpMethod.Put, path, kind.Changed, ifMatch: (string?)created["version"]);

        again.Ok().ToJsonString().Should().Be(changed.Body!.ToJsonString());
        again.ETag.Should().Be(changed.ETag);
    }

    [TestCaseSource(typeof(ManualKindCase), nameof(ManualKindCase.All))]
    public async Task What_another_has_changed_is_not_overwritten(ManualKindCase kind)
    {
        var seen = await _api.CreatedAsync(kind.Path, kind.Body);
        var path = $"{kind.Path}/{seen["id"]}";
        (await _api.PutAsync(path, kind.Changed)).Ok();

        var byHeader = await _api.SendAsync(HttpMethod.Put, path, kind.Body, ifMatch: (string?)seen["version"]);
        var byBody = await _api.PutAsync(path, seen.ToJsonString());
        var byDelete = await _api.SendAsync(HttpMethod.Delete, path, ifMatch: (string?)seen["version"]);

        new[] { byHeader, byBody, byDelete }.Should().OnlyContain(answer => answer.Status == HttpStatusCode.PreconditionFailed && answer.Code == "changed_meanwhile");
        Holds((await _api.GetAsync(path)).Ok(), kind.Changed);
    }

    [TestCaseSource(typeof(ManualKindCase), nameof(ManualKindCase.All))]
    public async Task Viewers_look_and_only_operators_write(ManualKindCase kind)
    {
        using var viewer = _api.Client("otto viewer");
        using var nobody = _api.Client(login: null);

        (await _api.SendAsync(HttpMethod.Get, kind.Path, client: viewer)).Status.Should().Be(HttpStatusCode.OK);
        (await _api.SendAsync(HttpMethod.Post, kind.Path, kind.Body, client: viewer)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await _api.SendAsync(HttpMethod.Put, $"{kind.Path}/1", kind.Body, client: viewer)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await _api.SendAsync(HttpMethod.Delete, $"{kind.Path}/1", client: viewer)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await _api.SendAsync(HttpMethod.Post, kind.Path, kind.Body, client: nobody)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    [TestCase("players", """{}""", "name")]
    [TestCase("players", """{"name":"  "}""", "name")]
    [TestCase("players", """{"name":"A\u0000B"}""", "name")]
    [TestCase("players", """{"name":"A","nationality":"XX"}""", "nationality")]
    [TestCase("players", """{"name":"A","nationality":"KOR"}""", "nationality")]
    [TestCase("players", """{"name":"A","photo":"../secret.png"}""", "photo")]
    [TestCase("players", """{"name":"A","photo":"/etc/passwd.png"}""", "photo")]
    [TestCase("players", """{"name":"A","photo":"C:\\a.png"}""", "photo")]
    [TestCase("players", """{"name":"A","photo":"..\\a.png"}""", "photo")]
    [TestCase("players", """{"name":"A","photo":"kim.exe"}""", "photo")]
    [TestCase("players", """{"name":"A","photo":"a/b/kim.png"}""", "photo")]
    [TestCase("players", """{"name":"A","photo":"a//kim.png"}""", "photo")]
    [TestCase("players", """{"name":"A","photo":"kim.png:x.png"}""", "photo")]
    [TestCase("players", """{"name":"A","bracelets":-1}""", "bracelets")]
    [TestCase("players", """{"name":"A","totalEarnings":-5}""", "totalEarnings")]
    [TestCase("name-overrides", """{"correctedName":"A"}""", "exportedName")]
    [TestCase("name-overrides", """{"exportedName":"A"}""", "correctedName")]
    [TestCase("name-overrides", """{"exportedName":"A","correctedName":" A "}""", "correctedName")]
    [TestCase("seat-assignments", """{"tableName":"Blue","playerName":"A"}""", "seat")]
    [TestCase("seat-assignments", """{"tableName":"Blue","seat":11,"playerName":"A"}""", "seat")]
    [TestCase("staff", """{"name":"A"}""", "role")]
    [TestCase("staff", """{"name":"A","role":"guest"}""", "role")]
    [TestCase("staff", """{"name":"A","role":"reporter","position":-1}""", "position")]
    [TestCase("venues", """{}""", "name")]
    [TestCase("series", """{}""", "name")]
    [TestCase("table-assignments", """{"tableName":"Blue"}""", "eventCode")]
    public async Task A_wrong_field_is_named_and_nothing_is_stored(string path, string body, string field)
    {
        var refused = await _api.PostAsync(path, body);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Code.Should().Be("invalid_fields");
        refused.Errors!.Select(error => error.Key).Should().Equal(field);
        (await _api.GetAsync(path)).Ok()["items"]!.AsArray().Should().BeEmpty();
    }

    [TestCase("""{"name":"A","nationalty":"SE"}""", "nationalty")]
    [TestCase("""{"name":"A","bracelets":"many"}""", "bracelets")]
    [TestCase("""{"name":"A","name":"B"}""", "name")]
    [TestCase("""{"name":""", "name")]
    [TestCase("null", "$")]
    [TestCase("[]", "$")]
    [TestCase("", "$")]
    public async Task A_body_that_cannot_be_read_is_answered_with_the_place(string body, string place)
    {
        var refused = await _api.PostAsync("players", body);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Code.Should().Be("unreadable_body");
        refused.Errors!.Select(error => error.Key).Should().Equal(place);
    }

    [Test]
    public async Task A_body_that_is_no_json_or_too_long_is_refused()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("name", "A")]);
        using var long_ = new StringContent($$"""{"name":"{{new string('x', 70_000)}}"}""", System.Text.Encoding.UTF8, "application/json");

        using var asForm = await _api.Http.PostAsync(new Uri("/api/v1/players", UriKind.Relative), form);
        using var asLong = await _api.Http.PostAsync(new Uri("/api/v1/players", UriKind.Relative), long_);

        asForm.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        asLong.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
    }

    [Test]
    public async Task Pages_lead_from_the_newest_entry_to_the_oldest_and_a_part_of_a_name_finds_it()
    {
        foreach (var name in (string[])["Ada Okafor", "Erik Lindqvist", "Семён Жуков"])
            await _api.CreatedAsync("players", $$"""{"name":"{{name}}"}""");

        var first = (await _api.GetAsync("players?limit=2")).Ok();
        Names(first).Should().Equal("Семён Жуков", "Erik Lindqvist");
        Names((await _api.GetAsync($"players?limit=2&before={first["next"]}")).Ok()).Should().Equal("Ada Okafor");
        Names((await _api.GetAsync($"players?q={Uri.EscapeDataString("семён")}")).Ok()).Should().Equal("Семён Жуков");
        Names((await _api.GetAsync("players?q=%25")).Ok()).Should().BeEmpty();
        (await _api.GetAsync("players?limit=0")).Code.Should().Be("limit_out_of_range");
    }

    [Test]
    public async Task Of_several_venues_the_one_made_current_last_is()
    {
        await _api.CreatedAsync("venues", """{"name":"Old Hall","isCurrent":true}""");
        var harbour = await _api.CreatedAsync("venues", """{"name":"Harbour Casino"}""");

        (await _api.PutAsync($"venues/{harbour["id"]}", """{"name":"Harbour Casino","isCurrent":true}""")).Ok();

        (await _database.ScalarAsync<string>("SELECT string_agg(name, ',') FROM subtitle.venue WHERE is_current")).Should().Be("Harbour Casino");
    }

    [Test]
    public async Task Of_many_who_create_one_player_at_once_one_succeeds()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _api.PostAsync("players", """{"name":"Erik Lindqvist"}""")));

        answers.Count(answer => answer.Status == HttpStatusCode.Created).Should().Be(1);
        answers.Count(answer => answer.Code == "player_exists").Should().Be(7);
    }

    [Test]
    public async Task The_log_says_who_changed_what()
    {
        var created = await _api.CreatedAsync("players", """{"name":"Vera Brandt","nationality":"DE"}""");
        (await _api.PutAsync($"players/{created["id"]}", """{"name":"Vera Brandt","nationality":"AT"}""")).Ok();

        _api.Log.Should().ContainSingle(line => line.StartsWith($"anna changed player {created["id"]} from", StringComparison.Ordinal)
            && line.Contains("\"DE\"", StringComparison.Ordinal) && line.Contains("\"AT\"", StringComparison.Ordinal));
    }

    private static void Holds(JsonNode answer, string body)
    {
        foreach (var (field, value) in JsonNode.Parse(body)!.AsObject())
            answer[field]!.ToJsonString().Should().Be(value!.ToJsonString());
    }

    private static IEnumerable<string?> Names(JsonNode page) => page["items"]!.AsArray().Select(item => (string?)item!["name"]);
}
