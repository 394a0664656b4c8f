using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;

namespace Hub.Tests.Support.Processes;

/// <summary>A process that runs a <see cref="IChildProgram"/>, for tests that kill one.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<string> _output = new();

    private ChildProcess(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    /// <summary>Every line so far.</summary>
    public IReadOnlyCollection<string> Output => _output;

    public static ChildProcess Start<TProgram>(params string[] args)
        where TProgram : IChildProgram
        => StartWith<TProgram>([], args);

    /// <summary>With environment variables of its own.</summary>
    public static ChildProcess StartWith<TProgram>(Dictionary<string, string> environment, params string[] args)
        where TProgram : IChildProgram
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", ["exec", typeof(ChildMain).Assembly.Location, typeof(TProgram).FullName!, .. args])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        foreach (var (name, value) in environment)
            process.StartInfo.Environment[name] = value;
        var child = new ChildProcess(process);
        process.OutputDataReceived += (_, line) => child.Heard(line.Data);
        process.ErrorDataReceived += (_, line) => child.Heard(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until the program writes <paramref name="expected"/> on a line of its own.</summary>
    public async Task SaysAsync(string expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        var heard = new List<string>();
        try
        {
            do
            {
                heard.Add(await _lines.Reader.ReadAsync(patience.Token));
            }
            while (heard[^1] != expected);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The child process did not say '{expected}' within {Patience.TotalSeconds} s, but: {string.Join(Environment.NewLine, heard)}");
        }
    }

    /// <summary>The next line the program writes.</summary>
    public async Task<string> ReadLineAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _lines.Reader.ReadAsync(patience.Token);
    }

    /// <summary>SIGKILL: nothing in the process gets to react.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Sends a signal by its name, such as TERM, STOP or CONT.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The child process did not end within {Patience.TotalSeconds} s, but said: {string.Join(Environment.NewLine, _output)}");
        }

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Heard(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
            _lines.Writer.TryWrite(line);
        }
    }
}
