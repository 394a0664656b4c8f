using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Tests.Host;

namespace Hub.Tests.Monitoring;

/// <summary>A hub that holds two hands, a tournament and three finished instructions.</summary>
internal sealed class MonitorTests
{
    private RunningHub _hub = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _hub = await RunningHub.StartAsync(["--Auth:Users:0:Name=viewer", "--Auth:Users:0:Password=only-to-look"]);
        _client = _hub.ClientOf("viewer", "only-to-look");
        await _hub.Database.ExecuteAsync(
            """
            INSERT INTO hands (table_id, hand_number, hand_rank) VALUES ('table-1', 1, 'full_house'), ('table-1', 2, NULL);
            INSERT INTO tournaments (name, event_code) VALUES ('Spring Open', 'WSOP_2026_E1_SO');
            INSERT INTO render_instructions (template_name, status) VALUES ('a', 'completed'), ('b', 'completed'), ('c', 'failed');
            """);
    }

    [OneTimeTearDown]
    public ValueTask StopAsync() => _hub.DisposeAsync();

    [Test]
    public async Task Health_says_what_v1_said()
    {
        var health = await GetAsync("/health");

        health.Select(property => property.Key).Should().Equal("status", "timestamp");
        ((string)health["status"]!).Should().Be("healthy");
        IsInstant(health["timestamp"]).Should().BeTrue();
    }

    [Test]
    public async Task Stats_have_v1s_sections_and_instructions_add_up()
    {
        var stats = await GetAsync("/stats");

        IsInstant(stats["timestamp"]).Should().BeTrue();
        ((long)stats["hands"]!["total"]!).Should().Be(2);
        ((long)stats["tournaments"]!["total"]!).Should().Be(1);
        var instructions = stats["render_instructions"]!.AsObject();
        ((long)instructions["completed"]!).Should().Be(2);
        ((long)instructions["failed"]!).Should().Be(1);
        instructions.Sum(status => (long)status.Value!).Should().Be(3, "v1's clients add the statuses up");
    }

    [Test]
    public async Task Status_tells_what_is_left_to_do()
    {
        var status = await GetAsync("/api/v1/status");

        ((string)status["version"]!).Should().MatchRegex(@"^\d+\.\d+\.\d+$");
        status["work"]!.AsObject().Should().NotBeEmpty().And.OnlyContain(work => (long)work.Value! >= 0);
        ((long)status["stats"]!["hands"]!["premium"]!).Should().Be(1);
    }

    [TestCase("/", "text/html")]
    [TestCase("/hub.css", "text/css")]
    [TestCase("/hub.js", "text/javascript")]
    [TestCase("/elements.js", "text/javascript")]
    [TestCase("/favicon.svg", "image/svg+xml")]
    public async Task The_page_loads_nothing_from_outside_and_runs_no_inline_code(string path, string type)
    {
        var file = await _client.GetAsync(path);

        file.StatusCode.Should().Be(HttpStatusCode.OK);
        file.Content.Headers.ContentType!.MediaType.Should().Be(type);
        (await file.Content.ReadAsStringAsync()).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal).Should()
            .NotContain("http://").And.NotContain("https://").And.NotContain("innerHTML").And.NotContain(" style=").And.NotContain(" onclick=");
    }

    [Test]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        var first = await _client.GetAsync("/hub.js");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/hub.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        (await _client.SendAsync(again)).StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    private static bool IsInstant(JsonNode? node) => DateTimeOffset.TryParse((string?)node, CultureInfo.InvariantCulture, out _);

    private async Task<JsonObject> GetAsync(string path) => (await _client.GetFromJsonAsync<JsonObject>(path))!;
}
