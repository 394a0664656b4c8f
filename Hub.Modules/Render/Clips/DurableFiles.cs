using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Hub.Modules.Kernel;

namespace Hub.Modules.Render.Clips;

/// <summary>Steps that leave a file complete or absent, even if the machine goes down in between.</summary>
internal static partial class DurableFiles
{
    /// <summary>Flushes the file or the folder, then gives it its final name, which must be free, and flushes the folder above.</summary>
    public static void Finish(string part, string final)
    {
        KillPoint.Pass("before-fsync");
        if (Directory.Exists(part))
        {
            foreach (var frame in FrameFiles.In(part))
            {
                Flush(frame);
            }

            FlushFolder(part);
            KillPoint.Pass("before-rename");
            Directory.Move(part, final);
        }
        else
        {
            Flush(part);
            KillPoint.Pass("before-rename");
            // Without overwriting this is a link and an unlink where the system has them: it cannot replace a file that came in between.
            File.Move(part, final, overwrite: false);
        }

        FlushFolder(Path.GetDirectoryName(final)!);
    }

    /// <returns>SHA-256 in lower-case hex; of a folder, that of its files one after the other.</returns>
    public static async Task<string> ChecksumAsync(string clip, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        foreach (var file in Directory.Exists(clip) ? FrameFiles.In(clip) : [clip])
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
            for (var read = await stream.ReadAsync(buffer, cancellationToken); read > 0; read = await stream.ReadAsync(buffer, cancellationToken))
            {
                hash.AppendData(buffer, 0, read);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <returns>Bytes of the file, or of all files in the folder.</returns>
    public static long SizeOf(string clip)
        => Directory.Exists(clip) ? FrameFiles.In(clip).Sum(frame => new FileInfo(frame).Length) : new FileInfo(clip).Length;

    /// <summary>Removes a file or a folder with all in it; harmless when there is none.</summary>
    public static void Delete(string clip)
    {
        if (Directory.Exists(clip))
        {
            Directory.Delete(clip, recursive: true);
        }
        else
        {
            File.Delete(clip);
        }
    }

    /// <summary>A new name is on disk only when its folder is. NTFS sees to it itself.</summary>
    public static void FlushFolder(string folder)
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

    private static void Flush(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
