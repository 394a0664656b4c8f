using System.Diagnostics;

namespace Hub.Host.Commands.Demo.Workers;

/// <summary>A running worker. It ends in order when its input closes: on purpose, or because this process is gone.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>More than a worker needs to hand its work back.</summary>
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(25);

    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    /// <param name="name">Put before each of its lines.</param>
    /// <param name="environment">Its settings.</param>
    /// <param name="log">Where its lines go.</param>
    public static WorkerProcess Start(string name, IReadOnlyDictionary<string, string?> environment, TextWriter log)
    {
        var start = OwnProgram.With("run", RunCommand.UntilInputEnds);
        start.UseShellExecute = false;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        foreach (var (key, value) in environment)
            start.Environment[key] = value;

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Forward(line.Data);
        process.ErrorDataReceived += (_, line) => Forward(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);

        void Forward(string? line)
        {
            if (line is not null)
                log.WriteLine($"{name} | {line}");
        }
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(TimeToEnd);
        await _process.WaitForExitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
