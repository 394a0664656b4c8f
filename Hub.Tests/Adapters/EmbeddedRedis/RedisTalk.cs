using System.Net;
using System.Net.Sockets;
using System.Text;
using Hub.Adapters.EmbeddedRedis;

namespace Hub.Tests.Adapters.EmbeddedRedis;

/// <summary>Inline commands to a private Redis, one connection each.</summary>
internal static class RedisTalk
{
    /// <summary>The first line of the answer to <paramref name="command"/>, after a login with <paramref name="password"/> or the server's own.</summary>
    public static async Task<string> AskAsync(EmbeddedRedisServer server, string command, string? password = null)
        => (await LinesAsync(server, command, password))[^1];

    /// <summary>The value of a configuration setting.</summary>
    public static async Task<string> SettingAsync(EmbeddedRedisServer server, string name)
        => (await LinesAsync(server, $"CONFIG GET {name}", password: null, lines: 6))[^1];

    private static async Task<List<string>> LinesAsync(EmbeddedRedisServer server, string command, string? password, int lines = 2)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Port, patience.Token);
        using var reader = new StreamReader(client.GetStream());
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"AUTH {password ?? server.Settings.Password}\r\n{command}\r\n"), patience.Token);
        List<string> answers = [];
        while (answers.Count < lines && await reader.ReadLineAsync(patience.Token) is { } line)
            answers.Add(line);
        return answers;
    }
}
