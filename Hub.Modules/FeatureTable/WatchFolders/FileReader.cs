using Hub.Modules.FeatureTable.Persistence;
using Microsoft.Win32.SafeHandles;

namespace Hub.Modules.FeatureTable.WatchFolders;

/// <summary>Reads a file that its writer may have open, under a time limit.</summary>
internal sealed class FileReader(long maxBytes, TimeSpan timeout, TimeProvider clock)
{
    /// <summary>The content, or null when the file changed while it was being read.</summary>
    public async Task<FileContent?> ReadAsync(string path, CancellationToken cancellationToken)
        => await Task.Run(() => Read(path, cancellationToken), cancellationToken).WaitAsync(timeout, clock, cancellationToken);

    private FileContent? Read(string path, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var before = StampOf(file);
        if (before.Length > maxBytes)
            return null;

        var bytes = new byte[before.Length];
        var length = 0;
        while (length < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(length), length) is var read and > 0)
        {
            length += read;
            cancellationToken.ThrowIfCancellationRequested();
        }

        return length == bytes.Length && StampOf(file) == before ? new FileContent(bytes) : null;
    }

    private static FileStamp StampOf(SafeFileHandle file)
        => new(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file).Ticks);
}
