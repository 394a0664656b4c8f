using Hub.Tests.Support.Sessions;

namespace Hub.Tests.Journeys;

/// <summary>Exports and data of one journey, below the temporary folder.</summary>
internal sealed class JourneyFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("hub-journey-").FullName;

    public JourneyFolder()
    {
        // The server of the embedded PostgreSQL may run as another user.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        Directory.CreateDirectory(Source);
    }

    /// <summary>Tables with exports.</summary>
    public string Source => Path.Combine(_root, "exports");

    /// <summary>The hub's data folder.</summary>
    public string Data => Path.Combine(_root, "data");

    /// <summary>Clips under their final names.</summary>
    public IReadOnlyList<string> Clips
        => Directory.Exists(ClipFolder) ? Directory.GetFiles(ClipFolder, "*.mov", SearchOption.AllDirectories) : [];

    /// <summary>Files of clips that were never finished.</summary>
    public IReadOnlyList<string> UnfinishedClips
        => Directory.Exists(ClipFolder) ? Directory.GetFiles(ClipFolder, "*.part", SearchOption.AllDirectories) : [];

    private string ClipFolder => Path.Combine(Data, "clips");

    public void Put(string table, SessionScript script) => Put(table, script.FileName, PgfxText.File(SessionGenerator.Generate(script)));

    public void Put(string table, string name, string content)
    {
        Directory.CreateDirectory(Path.Combine(Source, table));
        File.WriteAllText(Path.Combine(Source, table, name), content);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
