using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hub.Tests.Support;

/// <summary>A small mail server of a test's own, which keeps what it is sent. Speaks SMTP in the clear, without logins.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _mails = new();
    private readonly ConcurrentQueue<SmtpTrouble> _troubles;
    private readonly Task _serving;

    /// <param name="troubles">What goes wrong with the first connections, one after the other; the later ones work.</param>
    public SmtpSink(params IEnumerable<SmtpTrouble> troubles)
    {
        _troubles = new(troubles);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whole mails, as they came.</summary>
    public IReadOnlyList<string> Mails => [.. _mails];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
                sessions.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        _troubles.TryDequeue(out var trouble);
        try
        {
            var stream = connection.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\r\n", AutoFlush = true };
            if (trouble == SmtpTrouble.Silent)
                await Task.Delay(Timeout.Infinite, _stop.Token);
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync(_stop.Token) is { } line && trouble != SmtpTrouble.ClosesAfterHello)
            {
                var command = line.Split(' ', ':')[0].ToUpperInvariant();
                if (command == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    await ReadMailAsync(reader);
                    if (trouble == SmtpTrouble.TakesTheMailAndBreaksOff)
                        return;
                }

                await writer.WriteLineAsync(trouble == SmtpTrouble.RefusesReceivers && command == "RCPT" ? "451 later" : command == "EHLO" ? "250 8BITMIME" : "250 fine");
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The test is over, or the client has gone.
        }
    }

    private async Task ReadMailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            mail.AppendLine(line);
        _mails.Enqueue(mail.ToString());
    }
}
