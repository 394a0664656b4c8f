using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Modules.Render.Domain;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;

namespace Hub.Tests.Render.Api;

internal sealed class RequestInstructionTests : RenderSpec
{
    private const string Sound = """{ "templateName": "Test Card", "fields": { "do": "succeed", "title": "KIM" } }""";

    private RenderApi _api = null!;

    [SetUp]
    public async Task StartApiAsync() => _api = await RenderApi.StartAsync(Database.ConnectionString, Folder);

    [TearDown]
    public async Task StopApiAsync() => await _api.DisposeAsync();

    [Test]
    public async Task What_is_asked_for_is_queued_with_its_ticket_and_everything_it_asked_for()
    {
        var (status, answer) = await PostAsync(
            """
            { "templateName": "Test Card", "fields": { "do": "succeed", "title": "KIM" }, "format": "prores_4444", "quality": 70, "width": 320, "height": 180,
              "framesPerSecond": 25, "durationFrames": 50, "priority": 1, "outputFilename": "final" }
            """);

        status.Should().Be(HttpStatusCode.Created);
        ((int)answer["id"]!).Should().Be(1);
        await CountBecomesAsync(1,
            """
            status = 'pending' AND dispatched_at IS NOT NULL AND trigger_type = 'manual' AND priority = 1 AND output_filename = 'final' AND template_version = 1
            AND output_settings_json = '{"format": "mov_alpha", "codec": "prores_4444", "width": 320, "height": 180, "fps": 25, "duration_frames": 50, "quality": 70}'
            """);
    }

    [Test]
    public async Task When_it_is_needed_is_kept_and_shown_with_the_time_it_will_be_done()
    {
        await Database.ExecuteAsync("INSERT INTO render.worker (name, slots, started_at, last_seen_at) VALUES ('idle', 1, now(), now())");

        var (status, _) = await PostAsync(Sound.Replace("\"templateName\"", "\"neededAt\": \"2031-11-25T10:30:00-08:00\", \"templateName\"", StringComparison.Ordinal));

        status.Should().Be(HttpStatusCode.Created);
        await CountBecomesAsync(1, "needed_at = '2031-11-25T18:30:00Z'");
        var shown = JsonNode.Parse(await _api.Http.GetStringAsync(new Uri("/api/v1/instructions/1", UriKind.Relative)))!["instruction"]!;
        ((DateTimeOffset)shown["neededAt"]!).Should().Be(new DateTimeOffset(2031, 11, 25, 18, 30, 0, TimeSpan.Zero));
        ((DateTimeOffset)shown["eta"]!).Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Test]
    public async Task Nobody_can_say_when_one_will_be_done_that_waits_for_a_person()
    {
        await Database.ExecuteAsync("INSERT INTO render.worker (name, slots, started_at, last_seen_at) VALUES ('idle', 1, now(), now())");
        await PostAsync(Sound);
        await Database.ExecuteAsync($"UPDATE render_instructions SET not_before = '{Held.Until:O}', dispatched_at = NULL");

        var shown = JsonNode.Parse(await _api.Http.GetStringAsync(new Uri("/api/v1/instructions", UriKind.Relative)))!["items"]![0]!;

        ((string?)shown["eta"]).Should().BeNull();
    }

    [TestCase("2031-11-25T18:30:00")]
    [TestCase("tonight")]
    [TestCase("2031-13-25T18:30:00Z")]
    public async Task An_instant_that_means_another_one_elsewhere_is_refused(string neededAt)
    {
        var (status, answer) = await PostAsync(Sound.Replace("\"templateName\"", $"\"neededAt\": \"{neededAt}\", \"templateName\"", StringComparison.Ordinal));

        status.Should().Be(HttpStatusCode.UnprocessableEntity);
        ((string)answer["errors"]!["neededAt"]![0]!).Should().Contain(neededAt).And.Contain("offset");
    }

    [Test]
    public async Task The_same_key_asks_for_one_clip_however_often_it_is_sent()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(Sound, key: "take-7")));
        var another = await PostAsync(Sound, key: "take-8");
        var reused = await PostAsync(Sound.Replace("KIM", "LEE", StringComparison.Ordinal), key: "take-7");

        answers.Select(answer => answer.Status).Should().ContainSingle(status => status == HttpStatusCode.Created).And.OnlyContain(status => status == HttpStatusCode.Created || status == HttpStatusCode.OK);
        answers.Select(answer => (int)answer.Body["id"]!).Distinct().Should().ContainSingle();
        another.Status.Should().Be(HttpStatusCode.Created);
        reused.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        ((string)reused.Body["code"]!).Should().Be("idempotency_key_reused");
        (await CountAsync("true")).Should().Be(2);
    }

    [Test]
    public async Task Without_a_key_each_asks_for_its_own()
    {
        await PostAsync(Sound);
        (await PostAsync(Sound)).Status.Should().Be(HttpStatusCode.Created);
        (await CountAsync("true")).Should().Be(2);
    }

    [Test]
    public async Task What_cannot_be_rendered_is_refused_with_the_reason_at_its_field()
    {
        (string Body, string Field, string Reason)[] requests =
        [
            ("""{ "templateName": "Test Card", "fields": { "colour": "red" } }""", "fields.colour", "is unknown"),
            ("""{ "templateName": "Test Card", "fields": { "title": "KIM" } }""", "fields.do", "is required"),
            ("""{ "templateName": "Test Card", "fields": { "do": null } }""", "fields.do", "is null"),
            ("""{ "templateName": "Test Crad", "fields": {} }""", "templateName", "Unknown template 'Test Crad'"),
            ("""{ "fields": {} }""", "templateName", "is missing"),
            ("""{ "templateName": "Test Card", "format": "gif" }""", "format", "'gif' is none of mov_alpha, prores_4444, png_sequence, mp4"),
            ("""{ "templateName": "Test Card", "width": 8 }""", "width", "8 is not between 16 and 8192"),
            ("""{ "templateName": "Test Card", "framesPerSecond": 500 }""", "framesPerSecond", "500 is not between 1 and 120"),
            ("""{ "templateName": "Test Card", "durationFrames": 0 }""", "durationFrames", "0 is not between 1 and 108000"),
            ("""{ "templateName": "Test Card", "quality": -1 }""", "quality", "-1 is not between 0 and 100"),
            ("""{ "templateName": "Test Card", "priority": 11 }""", "priority", "11 is not between 1 (highest) and 10 (lowest)"),
            ("""{ "templateName": "Test Card", "outputFilename": "../final" }""", "outputFilename", "'../final' is no plain file name"),
        ];
        foreach (var (body, field, reason) in requests)
        {
            var (status, answer) = await PostAsync(body);

            status.Should().Be(HttpStatusCode.UnprocessableEntity, body);
            ((string)answer["code"]!).Should().Be("not_renderable");
            answer["errors"]![field]!.AsArray().Select(error => (string)error!).Should().ContainSingle().Which.Should().Contain(reason);
        }

        (await CountAsync("true")).Should().Be(0);
    }

    [Test]
    public async Task Every_problem_is_named_at_once()
    {
        var (_, answer) = await PostAsync("""
            { "templateName": "Test Card", "fields": { "colour": "red", "title": "a text of 27 characters…..." },
              "format": "gif", "width": 8, "height": 9000, "priority": 11, "outputFilename": "../final" }
            """);

        answer["errors"]!.AsObject().Select(error => error.Key).Should()
            .BeEquivalentTo("fields.colour", "fields.title", "fields.do", "format", "width", "height", "priority", "outputFilename");
    }

    [TestCase("""{ "templateName": "Test Card", "fields": { "do": "succeed" }, "colour": "red" }""", null, "unreadable_body")]
    [TestCase("[]", null, "unreadable_body")]
    [TestCase(Sound, "a key with spaces", "bad_idempotency_key")]
    public async Task What_cannot_be_read_is_a_bad_request(string body, string? key, string code)
    {
        var (status, answer) = await PostAsync(body, key);

        status.Should().Be(HttpStatusCode.BadRequest);
        ((string)answer["code"]!).Should().Be(code);
    }

    [Test]
    public async Task A_viewer_may_not_ask()
        => (await PostAsync(Sound, login: "vera viewer")).Status.Should().Be(HttpStatusCode.Forbidden);

    private async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string body, string? key = null, string? login = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/instructions") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (login is not null)
            request.Headers.Add(TestLogin.Header, login);
        using var response = await _api.Http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, answer.Length > 0 ? JsonNode.Parse(answer)! : new JsonObject());
    }
}
