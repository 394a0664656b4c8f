using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Hub.Tests.Compliance.TransportFaults.Network;

/// <summary>A bad line: stands between a client and a server on the loopback address, and stalls or cuts what passes.</summary>
internal sealed class StallingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private readonly Task _accepting;
    private volatile TaskCompletionSource? _stalledQuestions;
    private volatile TaskCompletionSource? _stalledAnswers;

    private StallingProxy(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static StallingProxy Start(int target) => new(target);

    /// <summary>Nothing comes through in either direction, and nobody is told.</summary>
    public void Stall()
    {
        _stalledQuestions = new(TaskCreationOptions.RunContinuationsAsynchronously);
        StallAnswers();
    }

    /// <summary>The server hears and acts, but the client does not learn of it.</summary>
    public void StallAnswers() => _stalledAnswers = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was stalled comes late.</summary>
    public void Resume()
    {
        Interlocked.Exchange(ref _stalledQuestions, null)?.SetResult();
        Interlocked.Exchange(ref _stalledAnswers, null)?.SetResult();
    }

    /// <summary>Closes every connection; what was stalled is gone, and new ones pass.</summary>
    public void Cut()
    {
        foreach (var client in _open.Keys)
            client.Dispose();
        Resume();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Cut();
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
            _open[client] = _open[server] = 0;
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
                (client.NoDelay, server.NoDelay) = (true, true);
                var questions = PumpAsync(client.GetStream(), server.GetStream(), () => _stalledQuestions);
                var answers = PumpAsync(server.GetStream(), client.GetStream(), () => _stalledAnswers);
                await Task.WhenAny(questions, answers);
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
            {
                // The server is away or the line was cut: the client sees its connection close.
            }

            _open.TryRemove(client, out _);
            _open.TryRemove(server, out _);
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, Func<TaskCompletionSource?> stalled)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var count)
            {
                while (stalled() is { } stall)
                    await stall.Task;
                await to.WriteAsync(buffer.AsMemory(0, count), _stop.Token);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // One end is gone; the other one is closed.
        }
    }
}
