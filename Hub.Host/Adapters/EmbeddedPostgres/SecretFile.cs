namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>A file that only its owner can read, from its first byte on.</summary>
internal static class SecretFile
{
    public static async Task WriteAsync(string path, string secret, CancellationToken cancellationToken)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(path, System.Text.Encoding.ASCII, options);
        await file.WriteAsync(secret.AsMemory(), cancellationToken);
    }
}
