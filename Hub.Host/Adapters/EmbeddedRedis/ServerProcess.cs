using System.ComponentModel;
using System.Diagnostics;

namespace Hub.Adapters.EmbeddedRedis;

/// <summary>
/// A running server. It lives as long as this process: a shell holds the server and the read end of a pipe, and stops the server
/// when the pipe closes, be it on purpose or because this process was killed.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    /// <summary>
    /// Runs the command given after the log file. Signals meant for the whole process group or unit are ignored: work may still
    /// be handed back through the queue. A server that somebody stalled (SIGSTOP) goes on, so that it can end.
    /// </summary>
    private const string HoldServer =
        """
        exec 3<&0 >"$1" 2>&1; shift
        trap '' INT TERM HUP
        "$@" </dev/null 3<&- & server=$!
        { cat <&3 >/dev/null; kill -TERM $server; kill -CONT $server; } & watcher=$!
        exec 3<&-
        wait $server; result=$?
        kill -KILL $watcher
        exit $result
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Process _holder;
    private readonly ServerFolder _folder;

    private ServerProcess(Process holder, ServerFolder folder) => (_holder, _folder) = (holder, folder);

    /// <summary>Number of the server itself, not of the shell that holds it; known once it is ready.</summary>
    public int ProcessId { get; private set; }

    public bool HasExited => _holder.HasExited;

    public static ServerProcess Start(RedisBinary binary, ServerFolder folder)
    {
        string[] command = [.. OwnSession(), "sh", "-c", HoldServer, "sh", folder.Log, binary.Path, folder.Configuration];
        try
        {
            return new(Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardInput = true, WorkingDirectory = folder.Path })!, folder);
        }
        catch (Win32Exception exception)
        {
            throw new EmbeddedRedisException($"{command[0]} cannot be started: {exception.Message}", exception);
        }
    }

    /// <summary>True when the server itself, and not another one on its port, answers.</summary>
    public async Task<bool> IsReadyAsync(int port, string password, CancellationToken cancellationToken)
    {
        if (_folder.ReadPid() is not { } pid || await ServerProbe.AskAsync(port, password, cancellationToken) != pid)
            return false;
        ProcessId = pid;
        return true;
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _holder.WaitForExitAsync(cancellationToken);

    /// <summary>Stops the server in order, or without when it does not listen to that.</summary>
    public async Task StopAsync()
    {
        _holder.StandardInput.Close();
        using var deadline = new CancellationTokenSource(Patience);
        await _holder.WaitForExitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_holder.HasExited)
            return;

        await _folder.EndEarlierServerAsync(CancellationToken.None);
        await _holder.WaitForExitAsync(CancellationToken.None);
    }

    public void Dispose() => _holder.Dispose();

    // Ctrl+C reaches every process of the terminal's foreground group; in a session of its own the server is not among them.
    private static string[] OwnSession() => File.Exists("/usr/bin/setsid") ? ["/usr/bin/setsid"] : [];
}
