using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Tests.Faults.Harness.Engine;

namespace Hub.Tests.Faults.Harness;

/// <summary>
/// A program that works with the hub as programs should: each request has an Idempotency-Key, and when one host does not answer, or answers
/// that it cannot now, the next one is asked.
/// </summary>
internal sealed class HubClient : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly HttpClient[] _hosts;
    private int _turns;
    private int _failed;
    private int _failedOver;

    public HubClient(IReadOnlyList<Uri> hosts, string key)
        => _hosts = [.. hosts.Select(address =>
        {
            var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(40) };
            client.DefaultRequestHeaders.Add("X-Api-Key", key);
            return client;
        })];

    /// <summary>Requests that no host has answered with success.</summary>
    public int Failed => Volatile.Read(ref _failed);

    /// <summary>Requests for which another host had to be asked.</summary>
    public int FailedOver => Volatile.Read(ref _failedOver);

    /// <summary>The host of that number alone, for those who want to see what it answers.</summary>
    public HttpClient this[int host] => _hosts[host];

    /// <summary>Asks for a clip until it is accepted.</summary>
    /// <param name="order">What the engine is to do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="first">The host to ask first; by default they take turns.</param>
    /// <returns>The instruction.</returns>
    public async Task<int> AskForClipAsync(string order, CancellationToken cancellationToken, int? first = null)
    {
        var key = $"{Guid.NewGuid():N}";
        var body = new { templateName = FaultTemplates.Name, fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["do"] = order, ["title"] = key } };
        return (int)(await InsistAsync(HttpMethod.Post, "/api/v1/instructions", body, key, cancellationToken, first))!["id"]!;
    }

    /// <summary>Sends one request again and again until it has succeeded somewhere.</summary>
    public async Task<JsonNode?> InsistAsync(HttpMethod method, string path, object? body, string? key, CancellationToken cancellationToken, int? first = null)
    {
        while (true)
        {
            if (await TryAsync(method, path, body, key, first ?? Interlocked.Increment(ref _turns), cancellationToken) is (true, var answer))
                return answer;
            Interlocked.Increment(ref _failed);
            first = null;
            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>The same for a request that has succeeded before, of which the client does not know.</summary>
    /// <returns>The answer; null when it was refused because it is done already.</returns>
    public async Task<JsonNode?> RepeatAsync(HttpMethod method, string path, object? body, string? key, CancellationToken cancellationToken)
    {
        try
        {
            return await InsistAsync(method, path, body, key, cancellationToken);
        }
        catch (RefusedException refused) when (refused.Status == HttpStatusCode.Conflict)
        {
            return null;
        }
    }

    /// <summary>Asks each host once, until one answers with success.</summary>
    private async Task<(bool Succeeded, JsonNode? Answer)> TryAsync(HttpMethod method, string path, object? body, string? key, int first, CancellationToken cancellationToken)
    {
        for (var turn = 0; turn < _hosts.Length; turn++)
        {
            if (turn > 0)
                Interlocked.Increment(ref _failedOver);
            try
            {
                using var request = new HttpRequestMessage(method, path);
                if (body is not null)
                    request.Content = JsonContent.Create(body);
                if (key is not null)
                    request.Headers.Add("Idempotency-Key", key);
                using var answer = await _hosts[(first + turn) % _hosts.Length].SendAsync(request, cancellationToken);
                var text = await answer.Content.ReadAsStringAsync(cancellationToken);
                if (answer.IsSuccessStatusCode)
                    return (true, text.Length > 0 ? JsonNode.Parse(text) : null);
                if (answer.StatusCode < HttpStatusCode.InternalServerError)
                    throw new RefusedException(answer.StatusCode, $"{method} {path} was refused: {(int)answer.StatusCode} {text}");
            }
            catch (Exception exception) when (exception is HttpRequestException or JsonException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // The host is gone, or was gone before it had answered: the next one.
            }
        }

        return (false, null);
    }

    public void Dispose()
    {
        foreach (var host in _hosts)
            host.Dispose();
    }

    /// <summary>The hub will not do it, and asking again would not help.</summary>
    private sealed class RefusedException(HttpStatusCode status, string message) : Exception(message)
    {
        public HttpStatusCode Status => status;
    }
}
