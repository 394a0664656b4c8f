using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Hub.Modules.Render.Engines;

/// <summary>
/// A mark in the environment of an engine child, which everything it starts inherits: so also those are found and ended whose own
/// parent is gone, and which no process tree holds any more. It names the worker, so that what a dead one has left can be told from
/// what is at work. Linux only; elsewhere the process tree has to do.
/// </summary>
internal sealed record EngineMark(string Value)
{
    private const string Variable = "HUB_ENGINE_MARK";
    private const int MostRounds = 5;
    private static readonly byte[] Sign = Encoding.ASCII.GetBytes($"{Variable}=");
    private static readonly string Worker = string.Create(CultureInfo.InvariantCulture, $"{Namespace()}/{Environment.ProcessId}/{StartOf(Environment.ProcessId)}");

    public static EngineMark New() => new($"{Worker}/{Guid.NewGuid():N}");

    public void Put(ProcessStartInfo start) => start.Environment[Variable] = Value;

    /// <summary>Kills all that bear this mark, and what they start meanwhile.</summary>
    public void KillAll() => KillAll(mark => mark == Value);

    /// <summary>Kills what engines have left whose worker is dead: an engine that hangs does not notice that its input has closed.</summary>
    /// <returns>How many processes.</returns>
    public static int KillLeftovers() => KillAll(IsOfDeadWorker);

    private static int KillAll(Func<string, bool> isMeant)
    {
        var killed = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var found = Marked().Where(process => isMeant(process.Mark)).ToList();
            if (found.Count == 0)
            {
                break;
            }

            found.ForEach(process => Kill(process.Id));
            killed += found.Count;
        }

        return killed;
    }

    /// <summary>Process ids mean nothing in another namespace: a container's workers are its own to look after.</summary>
    private static bool IsOfDeadWorker(string mark)
        => mark.Split('/') is [var space, var id, var start, _] && space == Namespace()
            && int.TryParse(id, CultureInfo.InvariantCulture, out var worker) && StartOf(worker) != start;

    private static IEnumerable<(int Id, string Mark)> Marked()
    {
        if (!OperatingSystem.IsLinux())
        {
            yield break;
        }

        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), CultureInfo.InvariantCulture, out var id) && id != Environment.ProcessId && MarkOf(folder) is { } mark)
            {
                yield return (id, mark);
            }
        }
    }

    private static string? MarkOf(string folder)
    {
        try
        {
            var environment = File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan();
            for (var at = environment.IndexOf(Sign); at >= 0; at = environment.IndexOf(Sign))
            {
                var isWhole = at == 0 || environment[at - 1] == 0;
                environment = environment[(at + Sign.Length)..];
                if (isWhole)
                {
                    return Encoding.ASCII.GetString(environment.IndexOf((byte)0) is var end and >= 0 ? environment[..end] : environment);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is somebody else's.
        }

        return null;
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            process.WaitForExit(TimeSpan.FromMilliseconds(200));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself.
        }
    }

    private static string Namespace() => OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget ?? "" : "";

    /// <returns>When the process started, in ticks of the system since its boot; empty when there is none.</returns>
    private static string StartOf(int processId)
    {
        try
        {
            // The name of the program, in parentheses, may hold anything; what follows it does not. The start is the 22nd of all fields.
            var stat = OperatingSystem.IsLinux() ? File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat")) : "";
            return stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 19 } fields ? fields[19] : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
