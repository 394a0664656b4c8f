using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hub.Adapters.EmbeddedRedis;

/// <summary>One question to a starting server. A client library would connect in the background and retry; here each answer counts.</summary>
internal static class ServerProbe
{
    private const string ProcessId = "process_id:";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Number of the process that answers PING on the port; null while nothing listens or data is still being loaded.</summary>
    public static async Task<int?> AskAsync(int port, string password, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, deadline.Token);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Command("AUTH", password) + Command("PING") + Command("INFO", "server")), deadline.Token);
            using var answers = new StreamReader(stream);
            return await answers.ReadLineAsync(deadline.Token) == "+OK" && await answers.ReadLineAsync(deadline.Token) == "+PONG"
                ? await ReadProcessAsync(answers, deadline.Token)
                : null;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static async Task<int?> ReadProcessAsync(StreamReader answers, CancellationToken cancellationToken)
    {
        while (await answers.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(ProcessId, StringComparison.Ordinal))
                return int.Parse(line.AsSpan(ProcessId.Length), CultureInfo.InvariantCulture);
        }

        return null;
    }

    private static string Command(params string[] words)
        => string.Concat(words.Select(word => string.Create(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n"))
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"*{words.Length}\r\n")));
}
