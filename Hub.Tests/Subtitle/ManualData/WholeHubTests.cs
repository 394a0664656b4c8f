using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Tests.Host;

namespace Hub.Tests.Subtitle.ManualData;

/// <summary>The same in the whole program, with its logins and its description of the API.</summary>
internal sealed class WholeHubTests
{
    [Test]
    public async Task Manual_data_is_behind_the_hubs_logins_and_in_its_api_document()
    {
        await using var hub = await RunningHub.StartAsync(
            ["--Auth:Users:0:Name=anna", "--Auth:Users:0:Password=a long password", "--Auth:Users:0:Role=operator", "--Auth:Users:1:Name=otto", "--Auth:Users:1:Password=another password"]);
        using var anna = hub.ClientOf("anna", "a long password");
        using var otto = hub.ClientOf("otto", "another password");
        var players = new Uri("/api/v1/players", UriKind.Relative);

        (await anna.PostAsJsonAsync(players, new { name = "Erik Lindqvist" })).StatusCode.Should().Be(HttpStatusCode.Created);
        (await otto.PostAsJsonAsync(players, new { name = "Ada Okafor" })).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        JsonNode.Parse(await otto.GetStringAsync(players))!["items"]![0]!["changedBy"]!.GetValue<string>().Should().Be("anna");

        var document = JsonNode.Parse(await otto.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        document["paths"]!["/api/v1/players/import"]!["post"]!["requestBody"]!["content"]!["text/csv"].Should().NotBeNull();
        foreach (var path in (string[])["/api/v1/players", "/api/v1/name-overrides", "/api/v1/hands"])
            document["paths"]![path]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"].Should().NotBeNull(path);
        document["components"]!["schemas"]!["PlayerData"]!["properties"]!["nationality"].Should().NotBeNull();
    }
}
