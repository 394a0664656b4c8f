namespace Hub.Modules.Render.Clips;

/// <summary>
/// A copy of a clip, written and flushed beside the name it is to have. Placing it is one step: under that name there is at all times
/// nothing, the earlier copy or this one. What is not placed goes when this is disposed.
/// </summary>
internal sealed class StagedCopy : IDisposable
{
    /// <summary>A copy in the making grows all the time; one that has not for so long was left by a process that was killed.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly string _part;
    private readonly string _copy;

    private StagedCopy(string part, string copy) => (_part, _copy) = (part, copy);

    /// <exception cref="IOException">The clip cannot be read, or the copy not be written.</exception>
    public static async Task<StagedCopy> MakeAsync(string clip, string copy, TimeProvider clock, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(copy)!;
        var name = Path.GetFileName(copy);
        Directory.CreateDirectory(folder);
        RemoveAbandoned(folder, name, (clock.GetUtcNow() - Abandoned).UtcDateTime);
        var staged = new StagedCopy(Path.Combine(folder, $".{name}.{Guid.NewGuid():N}{ClipName.PartSuffix}"), copy);
        try
        {
            if (Directory.Exists(clip))
            {
                await CopyFramesAsync(clip, staged._part, name, cancellationToken);
            }
            else
            {
                await CopyFileAsync(clip, staged._part, cancellationToken);
            }

            return staged;
        }
        catch
        {
            staged.Dispose();
            throw;
        }
    }

    /// <exception cref="IOException">In its place is something that is not replaced.</exception>
    public void Place()
    {
        if (Directory.Exists(_part))
        {
            RemoveEarlierFrames(_copy);
            Directory.Move(_part, _copy);
        }
        else
        {
            File.Move(_part, _copy, overwrite: true);
        }

        DurableFiles.FlushFolder(Path.GetDirectoryName(_copy)!);
    }

    public void Dispose()
    {
        try
        {
            DurableFiles.Delete(_part);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next copy of that name removes it.
        }
    }

    private static void RemoveAbandoned(string folder, string name, DateTime before)
    {
        foreach (var part in new DirectoryInfo(folder).EnumerateFileSystemInfos($".{name}.*{ClipName.PartSuffix}").Where(part => part.LastWriteTimeUtc < before))
        {
            DurableFiles.Delete(part.FullName);
        }
    }

    private static async Task CopyFramesAsync(string clip, string part, string name, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(part);
        foreach (var frame in FrameFiles.In(clip))
        {
            await CopyFileAsync(frame, Path.Combine(part, FrameFiles.Renamed(frame, name)), cancellationToken);
        }

        DurableFiles.FlushFolder(part);
    }

    /// <summary>A folder cannot be replaced in one step: for a moment there is none. One that holds anything else is somebody's own and stays.</summary>
    private static void RemoveEarlierFrames(string copy)
    {
        if (!Directory.Exists(copy))
        {
            return;
        }

        if (Directory.EnumerateFileSystemEntries(copy).FirstOrDefault(entry => !FrameFiles.IsFrame(entry, Path.GetFileName(copy))) is { } foreign)
        {
            throw new IOException($"'{copy}' exists and holds more than frames, e.g. '{Path.GetFileName(foreign)}'; it is not replaced.");
        }

        Directory.Delete(copy, recursive: true);
    }

    private static async Task CopyFileAsync(string file, string copy, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(file);
        await using var target = new FileStream(copy, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20, FileOptions.Asynchronous);
        await source.CopyToAsync(target, cancellationToken);
        target.Flush(flushToDisk: true);
    }
}
