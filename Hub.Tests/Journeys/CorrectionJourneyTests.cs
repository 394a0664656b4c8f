using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Tests.Host;
using Hub.Tests.Support;

namespace Hub.Tests.Journeys;

/// <summary>A name is put right twice, before a clip is made and after it: over HTTP, through every module.</summary>
internal sealed class CorrectionJourneyTests
{
    [Test]
    public async Task A_correction_reaches_what_is_not_rendered_marks_what_is_and_is_rendered_again_on_request()
    {
        await using var hub = await RunningHub.StartAsync(
            ["--Auth:Users:0:Name=anna", "--Auth:Users:0:Password=a long password", "--Auth:Users:0:Role=operator", "--Auth:Users:1:Name=otto", "--Auth:Users:1:Password=another password"]);
        using var anna = hub.ClientOf("anna", "a long password");
        using var otto = hub.ClientOf("otto", "another password");
        await AskForCaptionAsync(hub, anna);
        await BecomesAsync(hub, 1, "status = 'pending' AND layer_data_json->>'player_name' = 'OKAFR'");

        var entry = await CreatedAsync(anna, "name-overrides", new { exportedName = "Okafr", correctedName = "Okafor" });
        await BecomesAsync(hub, 1, "status = 'pending' AND revision = 2 AND layer_data_json->>'player_name' = 'OKAFOR'");

        // A worker has made the clip meanwhile.
        await hub.Database.ExecuteAsync("UPDATE render_instructions SET status = 'completed'");
        (await anna.PutAsJsonAsync(Api($"name-overrides/{entry["id"]}"), new { exportedName = "Okafr", correctedName = "Ada Okafor" })).StatusCode.Should().Be(HttpStatusCode.OK);
        await BecomesAsync(hub, 1, "stale_reason = 'player_name: OKAFOR → ADA OKAFOR' AND layer_data_json->>'player_name' = 'OKAFOR'");

        (await otto.PostAsync(Api("instructions/1/render-again"), content: null)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        var again = await anna.PostAsync(Api("instructions/1/render-again"), content: null);

        again.StatusCode.Should().Be(HttpStatusCode.Accepted);
        ((int)JsonNode.Parse(await again.Content.ReadAsStringAsync())!["againOf"]!).Should().Be(1);
        await BecomesAsync(hub, 1, "again_of = 1 AND status = 'pending' AND layer_data_json->>'player_name' = 'ADA OKAFOR'");
        JsonNode.Parse(await otto.GetStringAsync(Api("instructions?stale=true")))!["items"]!.AsArray().Should().ContainSingle();
    }

    private static async Task AskForCaptionAsync(RunningHub hub, HttpClient anna)
    {
        await CreatedAsync(anna, "hands", new
        {
            table = "Table Blue",
            handNumber = 1,
            players = new[] { new { seat = 2, name = "Okafr", startStack = 100, endStack = 130 }, new { seat = 5, name = "Lindqvist", startStack = 100, endStack = 70 } },
        });
        await Eventually.BecomesTrueAsync("Subtitle knows the hand", async () => await hub.Database.ScalarAsync<long>("SELECT count(*) FROM subtitle.hand") == 1);
        var session = await hub.Database.ScalarAsync<string>("SELECT session_id::text FROM subtitle.hand");
        var asked = await anna.PostAsJsonAsync(Api("captions"), new { template = "NAME", hand = new { sessionId = session, handNumber = 1 }, seat = 2 });
        asked.StatusCode.Should().Be(HttpStatusCode.Accepted, await asked.Content.ReadAsStringAsync());
    }

    private static async Task<JsonNode> CreatedAsync(HttpClient client, string path, object body)
    {
        var answer = await client.PostAsJsonAsync(Api(path), body);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.Should().Be(HttpStatusCode.Created, text);
        return JsonNode.Parse(text)!;
    }

    private static Uri Api(string path) => new($"/api/v1/{path}", UriKind.Relative);

    private static Task BecomesAsync(RunningHub hub, long count, string condition)
        => Eventually.BecomesTrueAsync(
            $"{count} instructions with {condition}",
            async () => await hub.Database.ScalarAsync<long>($"SELECT count(*) FROM render_instructions WHERE {condition}") == count);
}
