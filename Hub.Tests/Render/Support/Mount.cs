using System.Diagnostics;
using Hub.Tests.Support;

namespace Hub.Tests.Render.Support;

/// <summary>A small file system of the test's own, to fill, to write-protect and to take away. Needs the rights of an administrator.</summary>
internal sealed class Mount : IDisposable
{
    private readonly string _folder;

    private Mount(string folder) => _folder = folder;

    /// <returns>Null where mounting is not permitted.</returns>
    public static Mount? TryMake(string folder, int megabytes)
    {
        Directory.CreateDirectory(folder);
        return OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "hub-test", folder) ? new Mount(folder) : null;
    }

    /// <summary>Refused as long as a file on it is being written.</summary>
    public Task MakeReadOnlyAsync() => Eventually.BecomesTrueAsync("it is read-only", () => Task.FromResult(Run("mount", "-o", "remount,ro", _folder)));

    public void MakeWritable() => Demand("mount", "-o", "remount,rw", _folder);

    /// <summary>What is open stays open.</summary>
    public void TakeAway() => Demand("umount", "-l", _folder);

    /// <summary>Takes all that is free.</summary>
    /// <returns>The file to delete to make room again.</returns>
    public string Fill()
    {
        var filler = Path.Combine(_folder, "filler");
        using var file = new FileStream(filler, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            return filler;
        }
    }

    public void Dispose()
    {
        while (Run("umount", "-l", _folder))
        {
        }
    }

    private static void Demand(string program, params string[] arguments)
    {
        if (!Run(program, arguments))
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed.");
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
