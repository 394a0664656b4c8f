using System.Collections.Concurrent;
using System.Diagnostics;
using Hub.Tests.Architecture;
using Hub.Tests.Support;

namespace Hub.Tests.Journeys;

/// <summary>The built host as a process of its own.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private HubProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Lines on standard output so far.</summary>
    public IReadOnlyList<string> Output => [.. _output];

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    private string Everything => string.Join('\n', _errors.TakeLast(60).Concat(_output));

    /// <summary>The host's executable, of the same configuration as these tests.</summary>
    private static string Executable => Path.Combine(
        RepositoryRoot.Path, "Hub.Host", Path.GetRelativePath(Path.Combine(RepositoryRoot.Path, "Hub.Tests"), AppContext.BaseDirectory), "Hub.Host");

    public static HubProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Urls"] = "http://127.0.0.1:0";
        // What the machine of the tests has left is not the journeys' business.
        start.Environment["Render__EngineStartSeconds"] = "60";
        start.Environment["Render__Worker__DiskReserveMegabytes"] = "0";
        start.Environment["Render__Worker__MemoryReserveMegabytes"] = "0";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new HubProcess(Process.Start(start)!);
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
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException($"The host did not end within {Patience.TotalMinutes} minutes. Its last lines:\n{Everything}", exception);
        }

        if (_process.ExitCode != 0)
            await TestContext.Out.WriteLineAsync(Everything);
        return _process.ExitCode;
    }

    /// <summary>Waits until a line on standard output matches.</summary>
    public async Task<string> LineAsync(Func<string, bool> matches, string condition)
    {
        var line = "";
        await Eventually.BecomesTrueAsync(
            condition,
            () =>
            {
                if (_process.HasExited)
                    throw new InvalidOperationException($"The host ended before {condition}. Its last lines:\n{Everything}");
                line = _output.FirstOrDefault(matches) ?? "";
                return Task.FromResult(line.Length > 0);
            },
            Patience);
        return line;
    }

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        return await ExitAsync();
    }

    /// <summary>SIGKILL for the host alone, as the kernel does it when memory is short.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
            lines.Enqueue(line);
    }
}
