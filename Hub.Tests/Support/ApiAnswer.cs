using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;

namespace Hub.Tests.Support;

/// <summary>What the API answered.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string? ETag, Uri? Location, JsonNode? Body)
{
    public string? Code => (string?)Body?["code"];

    public JsonObject? Errors => Body?["errors"]?.AsObject();

    public static async Task<ApiAnswer> OfAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new ApiAnswer(response.StatusCode, response.Headers.ETag?.Tag.Trim('"'), response.Headers.Location, text.Length > 0 ? JsonNode.Parse(text) : null);
    }

    public JsonNode Ok() => As(HttpStatusCode.OK);

    public JsonNode Created() => As(HttpStatusCode.Created);

    public JsonNode Accepted() => As(HttpStatusCode.Accepted);

    private JsonNode As(HttpStatusCode status)
    {
        Status.Should().Be(status, Body?.ToJsonString());
        return Body!;
    }
}
