using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FluentAssertions;

namespace Hub.Tests.Journeys;

internal sealed class LiveJourneyTests
{
    private static readonly Dictionary<string, string> Mark = new() { [LeftBehind.MarkVariable] = Guid.NewGuid().ToString() };

    [Test]
    public async Task The_demo_says_where_it_is_and_how_to_log_in_and_plays_hand_by_hand()
    {
        using var folder = new JourneyFolder();
        await using (var hub = HubProcess.Start(Mark, "demo", "--data", folder.Data))
        {
            var url = (await hub.LineAsync(line => line.StartsWith("Open ", StringComparison.Ordinal), "the demo says where it is")).Split(' ')[1];
            var login = (await hub.LineAsync(line => line.StartsWith("Log in as ", StringComparison.Ordinal), "the demo says how to log in")).Split(' ');

            (await GetAsync(url, "")).Should().Be(HttpStatusCode.Unauthorized);
            (await GetAsync(url, $"{login[3]}:{login[^1]}")).Should().Be(HttpStatusCode.OK);
            await hub.LineAsync(line => line.StartsWith("Final Table: hand 1", StringComparison.Ordinal), "the second table has played its first hand");

            (await hub.StopAsync()).Should().Be(0);
        }

        await LeftBehind.NobodyAsync(Mark[LeftBehind.MarkVariable], folder.Data);
    }

    private static async Task<HttpStatusCode> GetAsync(string url, string login)
    {
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        if (login.Length > 0)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(login)));
        return (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode;
    }
}
