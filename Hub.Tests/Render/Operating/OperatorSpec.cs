using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Tests.Render.Api;
using Hub.Tests.Render.Support;

namespace Hub.Tests.Render.Operating;

/// <summary>
/// An operator at the API. It begins with the first question: the API has a bus of its own, in memory, which takes the messages of a hub that
/// runs beside it, so tests with a worker ask the services.
/// </summary>
internal abstract class OperatorSpec : RenderSpec
{
    private RenderApi? _api;

    [TearDown]
    public async Task StopApiAsync()
    {
        if (_api is not null)
        {
            await _api.DisposeAsync();
        }

        _api = null;
    }

    protected async Task<HttpClient> OperatorAsync() => (_api ??= await RenderApi.StartAsync(Database.ConnectionString, Folder)).Http;

    /// <param name="path">Below <c>/api/v1/instructions/</c>.</param>
    /// <param name="body">JSON; null sends no body.</param>
    protected async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string path, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        var http = await OperatorAsync();
        using var answer = await http.PostAsync(new Uri($"/api/v1/instructions/{path}", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, JsonNode.Parse(text.Length == 0 ? "{}" : text)!);
    }

    protected async Task<IReadOnlyList<int>> ListAsync(string query)
    {
        var page = JsonNode.Parse(await (await OperatorAsync()).GetStringAsync(new Uri($"/api/v1/instructions?{query}", UriKind.Relative)))!;
        return [.. page["items"]!.AsArray().Select(item => (int)item!["id"]!)];
    }
}
