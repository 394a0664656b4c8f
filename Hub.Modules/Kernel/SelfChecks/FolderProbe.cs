namespace Hub.Modules.Kernel.SelfChecks;

/// <summary>Tries what the hub does with folders.</summary>
public static class FolderProbe
{
    private const double Gigabyte = 1L << 30;

    /// <summary>Makes the folder if need be, writes a file and deletes it.</summary>
    /// <returns>What went wrong, or null.</returns>
    public static string? WhyNotWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".hub-probe-{Guid.NewGuid():N}");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                return null;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    /// <summary>Gigabytes (2³⁰ bytes) free on the file system of an existing folder.</summary>
    public static double FreeGigabytes(string folder) => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace / Gigabyte;
}
