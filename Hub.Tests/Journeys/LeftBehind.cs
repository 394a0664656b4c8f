using Hub.Tests.Support;

namespace Hub.Tests.Journeys;

/// <summary>Processes that outlived the host that started them.</summary>
internal static class LeftBehind
{
    /// <summary>Environment variable that a host's children inherit.</summary>
    public const string MarkVariable = "HUB_JOURNEY";

    /// <summary>Waits until no process is left that bears the mark or works in the folder.</summary>
    public static Task NobodyAsync(string mark, string folder)
        => Eventually.BecomesTrueAsync($"no process is left of {folder}", () => Task.FromResult(!Find(mark, folder).Any()));

    /// <summary>Whether a process has the path on its command line right now. The path must be the test's own: other fixtures have processes, too.</summary>
    public static bool IsAnybodyAt(string path) => Others().Any(process => Contains(process, "cmdline", path));

    private static IEnumerable<string> Find(string mark, string folder)
        => Others().Where(process => Contains(process, "cmdline", folder) || Contains(process, "environ", $"{MarkVariable}={mark}"));

    private static IEnumerable<string> Others()
        => Directory.EnumerateDirectories("/proc").Where(process => int.TryParse(Path.GetFileName(process), out var id) && id != Environment.ProcessId);

    private static bool Contains(string process, string file, string text)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file)).Contains(text, StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It ended while we looked, or is none of ours.
            return false;
        }
    }
}
