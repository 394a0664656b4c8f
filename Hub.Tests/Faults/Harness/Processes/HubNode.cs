using System.Diagnostics;
using System.Globalization;

namespace Hub.Tests.Faults.Harness.Processes;

/// <summary>A process of the built host, with its log in a file. It ends with this process, and with SIGKILL when it is not needed any more.</summary>
internal sealed class HubNode : IAsyncDisposable
{
    /// <summary>Exit code of a process that SIGKILL has ended.</summary>
    public const int Killed = 137;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private const string Listening = "Listening on ";
    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly Lock _writing = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HubNode(string name, Process process, StreamWriter log) => (Name, _process, _log) = (name, process, log);

    /// <summary>What the harness calls it.</summary>
    public string Name { get; }

    public int Id => _process.Id;

    /// <summary>What its worker is called in the database.</summary>
    public string WorkerName => string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{_process.Id}");

    public bool HasExited => _process.HasExited;

    /// <summary>128 + the signal when one ended it.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>The host lies beside whoever references it.</summary>
    private static string Executable => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Hub.Host.exe" : "Hub.Host");

    /// <param name="name">For the log file and for messages.</param>
    /// <param name="logs">Folder for the log file.</param>
    /// <param name="settings">Settings, written as in appsettings.json (<c>Render:LeaseSeconds</c>), or environment variables.</param>
    public static HubNode Start(string name, string logs, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(Executable, ["run", "--until-input-ends"]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start)!;
        var node = new HubNode(name, process, new StreamWriter(Path.Combine(logs, string.Create(CultureInfo.InvariantCulture, $"{name}-{process.Id}.log"))) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => node.Heard(line.Data);
        process.ErrorDataReceived += (_, line) => node.Heard(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return node;
    }

    /// <summary>Waits until it answers HTTP, which is the last thing that starts.</summary>
    /// <returns>Its address.</returns>
    public async Task<Uri> ListeningAsync(CancellationToken cancellationToken)
    {
        var ended = _process.WaitForExitAsync(cancellationToken);
        await Task.WhenAny(_listening.Task, ended).WaitAsync(Patience, cancellationToken);
        return _listening.Task.IsCompleted ? await _listening.Task : throw new InvalidOperationException($"{Name} ended with code {_process.ExitCode} before it listened.");
    }

    /// <summary>SIGKILL for this process alone; its engines and the others live on.</summary>
    /// <returns>When.</returns>
    public async Task<DateTimeOffset> KillAsync()
    {
        var killedAt = TimeProvider.System.GetUtcNow();
        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync();
        return killedAt;
    }

    /// <summary>Sends a signal by its name: TERM, STOP, CONT.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager sends it, and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        if (!HasExited)
            await SignalAsync("TERM");
        await EndedAsync(CancellationToken.None);
        return ExitCode;
    }

    /// <summary>Waits until it has ended, by itself or by whatever was done to it.</summary>
    public Task EndedAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);

    /// <summary>Whether the process is stopped, by SIGSTOP.</summary>
    public bool IsStopped()
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{Id}/stat")).Contains(") T ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!HasExited)
            await KillAsync();
        _process.Dispose();
        lock (_writing)
            _log.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is null)
            return;
        lock (_writing)
        {
            if (_log.BaseStream is not null)
                _log.WriteLine(line);
        }

        var at = line.IndexOf(Listening, StringComparison.Ordinal);
        if (at >= 0)
            _listening.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }
}
