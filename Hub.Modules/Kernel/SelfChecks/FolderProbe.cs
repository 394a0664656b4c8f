namespace Hub.Modules.Kernel.SelfChecks;

/// <summary>Tries what the hub does with folders.</summary>
public static class FolderProbe
{
    private const double Gigabyte = 1L << 30;

    /// <summary>Begins the name of a file that is written for a moment only.</summary>
    public const string Prefix = ".hub-probe-";

    /// <summary>Makes the folder if need be, writes a file and deletes it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="bytes">Bytes to write and to flush to the disk; 0: the name alone is tried.</param>
    /// <returns>What went wrong, or null.</returns>
    public static string? WhyNotWritable(string folder, int bytes = 0)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $"{Prefix}{Guid.NewGuid():N}");
            using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            if (bytes > 0)
            {
                file.Write(new byte[bytes]);
                file.Flush(flushToDisk: true);
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    /// <summary>Gigabytes (2³⁰ bytes) free on the file system of an existing folder.</summary>
    public static double FreeGigabytes(string folder) => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace / Gigabyte;
}
