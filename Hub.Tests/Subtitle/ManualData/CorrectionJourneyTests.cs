using System.Net;
using System.Net.Http.Headers;
using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Tests.Support;

namespace Hub.Tests.Subtitle.ManualData;

/// <summary>From a request of a person over HTTP to what Render is told.</summary>
internal sealed class CorrectionJourneyTests
{
    private TestDatabase _database = null!;
    private SubtitleApi _api = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _database = await SubtitleHost.CreateDatabaseAsync();
        _api = await SubtitleApi.StartAsync(_database);
        await _api.CaptureAsync(SomeHand.Of(1, SomeHand.Winner(4, "LINDQIST", 2_000_000), SomeHand.Player(5, "Okafor", 0)) with { IsAllIn = true });
        await RevisionAsync(1);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task What_persons_enter_reaches_a_caption_that_was_asked_for_already_revision_by_revision()
    {
        (await RevisionAsync(1)).Fields.Should().Contain("player_name", "LINDQIST").And.Contain("flag", "XX");

        var entered = await _api.CreatedAsync("name-overrides", """{"exportedName":"Lindqist","correctedName":"Lindqvist"}""");
        (await RevisionAsync(2)).Fields.Should().Contain("player_name", "LINDQVIST");

        using var file = new ByteArrayContent("name,nationality\nLindqvist,SE\n"u8.ToArray());
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        (await _api.Http.PostAsync(new Uri("/api/v1/players/import", UriKind.Relative), file)).EnsureSuccessStatusCode();
        (await RevisionAsync(3)).Fields.Should().Contain("flag", "SE");

        (await _api.PutAsync($"name-overrides/{entered["id"]}", """{"exportedName":"Lindqist","correctedName":"Erik Lindqvist"}""")).Ok();
        (await RevisionAsync(4)).Fields.Should().Contain("player_name", "ERIK LINDQVIST").And.Contain("flag", "XX");

        (await _api.SendAsync(HttpMethod.Delete, $"name-overrides/{entered["id"]}")).Status.Should().Be(HttpStatusCode.NoContent);
        (await RevisionAsync(5)).Fields.Should().Contain("player_name", "LINDQIST");
    }

    [Test]
    public async Task What_is_refused_or_changes_no_text_sends_nothing()
    {
        await _api.CreatedAsync("players", """{"name":"Petrakis","nationality":"GR"}""");
        (await _api.PostAsync("players", """{"name":"petrakis","nationality":"CY"}""")).Status.Should().Be(HttpStatusCode.Conflict);
        (await _api.PostAsync("players", """{"name":"LINDQIST","nationality":"Sweden"}""")).Status.Should().Be(HttpStatusCode.BadRequest);
        await _api.CreatedAsync("players", """{"name":"LINDQIST","totalEarnings":5}""");

        // Sent after all of these, and so the proof that none of them is still on its way.
        await _api.CreatedAsync("name-overrides", """{"exportedName":"Lindqist","correctedName":"Lindqvist"}""");

        await RevisionAsync(2);
        Captions.Select(request => request.Revision).Order().Should().Equal(1, 2);
    }

    private IEnumerable<RequestRender> Captions => _api.Requests.Where(request => request.TemplateName == "NAME");

    private async Task<RequestRender> RevisionAsync(int revision)
    {
        await Eventually.BecomesTrueAsync($"Render is told of revision {revision}", () => Task.FromResult(Captions.Any(request => request.Revision == revision)));
        return Captions.Single(request => request.Revision == revision);
    }
}
