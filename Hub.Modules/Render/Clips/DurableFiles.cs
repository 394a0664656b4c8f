using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Hub.Modules.Render.Clips;

/// <summary>Steps that leave a file complete or absent, even if the machine goes down in between.</summary>
internal static partial class DurableFiles
{
    /// <summary>Flushes the file, then gives it its final name, which must be free, and flushes the folder.</summary>
    public static void Finish(string part, string final)
    {
        using (var handle = File.OpenHandle(part, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            RandomAccess.FlushToDisk(handle);
        }

        // Without overwriting this is a link and an unlink where the system has them: it cannot replace a file that came in between.
        File.Move(part, final, overwrite: false);
        FlushFolder(Path.GetDirectoryName(final)!);
    }

    /// <summary>Copies a file so that <paramref name="copy"/> is at all times absent, the old one or the new one. Doing it again is harmless.</summary>
    public static async Task CopyAsync(string file, string copy, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(copy)!;
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, $".{Path.GetFileName(copy)}.{Guid.NewGuid():N}{ClipName.PartSuffix}");
        try
        {
            await using (var source = File.OpenRead(file))
            await using (var target = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20, FileOptions.Asynchronous))
            {
                await source.CopyToAsync(target, cancellationToken);
                target.Flush(flushToDisk: true);
            }

            File.Move(part, copy, overwrite: true);
            FlushFolder(folder);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    public static async Task<string> ChecksumAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }

    /// <summary>A new name is on disk only when its folder is. NTFS sees to it itself.</summary>
    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, 0);
        if (descriptor < 0)
        {
            throw new IOException($"Folder '{folder}' cannot be opened to be flushed (error {Marshal.GetLastPInvokeError()}).");
        }

        // Some network file systems refuse this for folders; they answer a rename only when it is stable.
        _ = Fsync(descriptor);
        _ = Close(descriptor);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
