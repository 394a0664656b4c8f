using System.ComponentModel;
using System.Diagnostics;

namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>Runs a program to its end.</summary>
internal static class ChildProgram
{
    /// <summary>Runs <paramref name="command"/> with <paramref name="input"/>; returns its exit code and all it printed.</summary>
    /// <exception cref="EmbeddedPostgresException">It cannot be started, or took longer than <paramref name="patience"/>.</exception>
    public static async Task<(int ExitCode, string Output)> RunAsync(IReadOnlyList<string> command, string input, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var process = Start(StartInfo(command, redirectOutput: true));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            await WriteAsync(process, input, deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, $"{await output}{await errors}".Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new EmbeddedPostgresException($"{Path.GetFileName(command[0])} did not end within {patience.TotalSeconds:0} s.");
        }
    }

    /// <summary>Runs <paramref name="command"/>, which must succeed.</summary>
    /// <exception cref="EmbeddedPostgresException">It did not; the message ends with what it printed.</exception>
    public static async Task DemandAsync(string purpose, IReadOnlyList<string> command, string input, TimeSpan patience, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync(command, input, patience, cancellationToken);
        if (exitCode != 0)
            throw new EmbeddedPostgresException($"{purpose} failed (exit code {exitCode}): {output}");
    }

    public static ProcessStartInfo StartInfo(IReadOnlyList<string> command, bool redirectOutput) => new(command[0], command.Skip(1))
    {
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = redirectOutput,
        RedirectStandardError = redirectOutput,
        // The current folder may be closed to the account of the server.
        WorkingDirectory = Path.GetPathRoot(Path.GetFullPath(command[0]))!,
    };

    public static Process Start(ProcessStartInfo startInfo)
    {
        try
        {
            return Process.Start(startInfo)!;
        }
        catch (Win32Exception exception)
        {
            throw new EmbeddedPostgresException($"{startInfo.FileName} cannot be started: {exception.Message}", exception);
        }
    }

    private static async Task WriteAsync(Process process, string input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code and output say why.
        }
    }
}
