using System.Diagnostics;

namespace Hub.Tests.Faults.Harness;

/// <summary>A file system of a few megabytes in memory, to be filled and locked. Mounting one takes the rights of root.</summary>
internal static class SmallDisk
{
    /// <summary>Why there cannot be one here, or null.</summary>
    public static string? Obstacle => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? null : "it takes root on Linux to mount a small disk";

    public static Task MountAsync(string folder, CancellationToken cancellationToken) => RunAsync(["mount", "-t", "tmpfs", "-o", "size=8m,mode=755", "tmpfs", folder], cancellationToken);

    /// <param name="folder">Where it is mounted.</param>
    /// <param name="mode"><c>ro</c> or <c>rw</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task RemountAsync(string folder, string mode, CancellationToken cancellationToken) => RunAsync(["mount", "-o", $"remount,{mode}", folder], cancellationToken);

    public static Task UnmountAsync(string folder) => RunAsync(["umount", "--lazy", folder], CancellationToken.None);

    private static async Task RunAsync(string[] command, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with code {process.ExitCode}: {errors}");
    }
}
