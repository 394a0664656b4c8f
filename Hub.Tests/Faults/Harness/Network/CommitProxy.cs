using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hub.Tests.Faults.Harness.Network;

/// <summary>
/// A line to PostgreSQL that loses answers to commits: the server has committed, and the client's connection closes before it is
/// told. It reads the client's messages just as far as it takes to see a COMMIT.
/// </summary>
internal sealed class CommitProxy : IAsyncDisposable
{
    private const int LongestCommit = 64;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _server;
    private readonly Task _accepting;
    private int _every;
    private int _commits;
    private int _lost;

    private CommitProxy(int server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Answers lost so far.</summary>
    public int Lost => Volatile.Read(ref _lost);

    public static CommitProxy Start(int server) => new(server);

    /// <summary>From now on the answer to every <paramref name="commits"/>th commit is lost; 0: none is.</summary>
    public void LoseEvery(int commits) => Volatile.Write(ref _every, commits);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _server, _stop.Token);
                (client.NoDelay, server.NoDelay) = (true, true);
                // What the server answers to a commit that is to be lost is read here and told to nobody.
                var losing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await Task.WhenAny(AskAsync(client.GetStream(), server.GetStream(), losing), AnswerAsync(server.GetStream(), client.GetStream(), losing.Task));
            }
            catch (Exception exception) when (exception is SocketException or IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
            {
                // The server is away, or one end is gone: the other sees its connection close.
            }
        }
    }

    /// <summary>Passes the client's messages on one by one.</summary>
    private async Task AskAsync(NetworkStream client, NetworkStream server, TaskCompletionSource losing)
    {
        var head = new byte[5];
        var isStarted = false;
        while (true)
        {
            // The first message has a length and no type.
            var skipped = isStarted ? 0 : 1;
            await client.ReadExactlyAsync(head.AsMemory(skipped), _stop.Token);
            var body = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(1)) - 4];
            await client.ReadExactlyAsync(body, _stop.Token);
            if (isStarted && IsCommit(head[0], body) && IsToBeLost())
                losing.TrySetResult();
            await server.WriteAsync(head.AsMemory(skipped), _stop.Token);
            await server.WriteAsync(body, _stop.Token);
            isStarted = true;
        }
    }

    private async Task AnswerAsync(NetworkStream server, NetworkStream client, Task losing)
    {
        var buffer = new byte[64 * 1024];
        while (await server.ReadAsync(buffer, _stop.Token) is > 0 and var count)
        {
            if (losing.IsCompleted)
            {
                // It has answered, so it has committed.
                Interlocked.Increment(ref _lost);
                return;
            }

            await client.WriteAsync(buffer.AsMemory(0, count), _stop.Token);
        }
    }

    private bool IsToBeLost() => Volatile.Read(ref _every) is > 0 and var every && Interlocked.Increment(ref _commits) % every == 0;

    /// <summary>As a simple query or as the text of a statement to be parsed.</summary>
    private static bool IsCommit(byte type, byte[] body)
        => type is (byte)'Q' or (byte)'P' && body.Length < LongestCommit && Encoding.ASCII.GetString(body).Contains("COMMIT", StringComparison.OrdinalIgnoreCase);
}
