using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Hub.Tests.Render.Support;

/// <summary>
/// The ways in which an engine hangs. Each leaves a file with the ids of the processes that must be ended: itself and what it has
/// started.
/// </summary>
internal static class Hanging
{
    public const string MidFrame = "mid-frame";
    public const string AfterTheLastFrame = "after-the-last-frame";
    public const string IgnoringSignals = "ignoring-signals";
    public const string WithFfmpeg = "with-ffmpeg";
    public const string WithAnOrphan = "with-an-orphan";
    public const string Stopped = "stopped";
    public const string Babbling = "babbling";

    public static async Task HangAsync(string way, string file, int frames, IProgress<(int Done, int Total)> progress)
    {
        using var deaf = way == IgnoringSignals ? PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true) : null;
        List<int> processes = [Environment.ProcessId];
        progress.Report((way == AfterTheLastFrame ? frames : frames / 2, frames));
        if (way == WithFfmpeg)
        {
            // It draws for ever, to nowhere, and does not care who listens.
            using var ffmpeg = Process.Start("ffmpeg", ["-nostdin", "-loglevel", "quiet", "-re", "-f", "lavfi", "-i", "color=s=16x16:r=1", "-f", "null", "-"]);
            processes.Add(ffmpeg.Id);
        }
        else if (way == WithAnOrphan)
        {
            processes.Add(await StartOrphanAsync());
        }

        // Under its name only when it is whole.
        await File.WriteAllLinesAsync($"{file}.new", processes.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        File.Move($"{file}.new", file);
        if (way == Stopped)
        {
            using var stop = Process.Start("kill", ["-STOP", $"{Environment.ProcessId}"]);
        }

        while (true)
        {
            await Task.Delay(way == Babbling ? 50 : Timeout.Infinite);
            progress.Report((frames / 2, frames));
            Console.WriteLine("still here");
        }
    }

    /// <summary>Its parent, a shell, is gone at once: no process tree holds it.</summary>
    private static async Task<int> StartOrphanAsync()
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", "setsid sleep 600 >/dev/null 2>&1 & echo $!"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var id = await shell.StandardOutput.ReadLineAsync();
        await shell.WaitForExitAsync();
        return int.Parse(id!, CultureInfo.InvariantCulture);
    }
}
