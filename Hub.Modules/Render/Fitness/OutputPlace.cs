using Hub.Modules.Kernel.SelfChecks;

namespace Hub.Modules.Render.Fitness;

/// <summary>
/// The clip folder as a place to write to. It may be a share: when that is not mounted any more, its mount point is an ordinary
/// folder, and clips would go to the local disk unnoticed.
/// </summary>
internal sealed class OutputPlace(RenderFolders folders, TimeProvider clock)
{
    private const int ThoroughBytes = 1 << 20;

    // A file comes and goes in the folder, which is others' folder, too.
    private static readonly TimeSpan BetweenTrials = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(5);

    private string? _mountedAt;
    private long? _writtenAt;

    /// <returns>Why it is not there, or not where it has been; null when it is. It is made where it is missing, but only on the file system where it has been.</returns>
    public string? WhyNotThere()
    {
        var mountedAt = MountPointOf(folders.Clips);
        if (_mountedAt is { } before && mountedAt.Length < before.Length && before.StartsWith(mountedAt, StringComparison.Ordinal))
        {
            return $"{folders.Clips} is not what it was: {before} is not mounted any more.";
        }

        try
        {
            Directory.CreateDirectory(folders.Clips);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{folders.Clips} is not there: {exception.Message}";
        }

        _mountedAt = mountedAt;
        return null;
    }

    /// <param name="isThorough">Writes as much as a clip's beginning, for what a mere name does not show: a full disk, a quota.</param>
    /// <returns>Why nothing can be written there; null when something can.</returns>
    public string? WhyNotWritable(bool isThorough)
    {
        if (!isThorough && _writtenAt is { } last && clock.GetElapsedTime(last) < BetweenTrials)
        {
            return null;
        }

        if (FolderProbe.WhyNotWritable(folders.Clips, isThorough ? ThoroughBytes : 0) is { } reason)
        {
            _writtenAt = null;
            return $"{folders.Clips} cannot be written: {reason}";
        }

        if (_writtenAt is null)
        {
            RemoveAbandonedProbes();
        }

        _writtenAt = clock.GetTimestamp();
        return null;
    }

    /// <summary>A process that was killed in the middle of a look has left its file. Seldom: the folder may hold many files.</summary>
    private void RemoveAbandonedProbes()
    {
        var before = (clock.GetUtcNow() - Abandoned).UtcDateTime;
        foreach (var probe in new DirectoryInfo(folders.Clips).EnumerateFiles($"{FolderProbe.Prefix}*").Where(probe => probe.LastWriteTimeUtc < before))
        {
            probe.Delete();
        }
    }

    private static string MountPointOf(string folder)
        => Environment.GetLogicalDrives()
            .Where(root => folder.StartsWith(root, StringComparison.Ordinal) && (root.EndsWith(Path.DirectorySeparatorChar) || folder.Length == root.Length || folder[root.Length] == Path.DirectorySeparatorChar))
            .MaxBy(root => root.Length) ?? "";
}
