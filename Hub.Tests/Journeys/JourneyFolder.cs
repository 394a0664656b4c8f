using System.Text.Json.Nodes;
using Hub.Tests.Architecture;
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

    /// <summary>Templates of the journey's own.</summary>
    public string Templates => Path.Combine(_root, "templates");

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

    /// <summary>Copies the shipped templates at a quarter of their width, for journeys that are not about pictures.</summary>
    public void PutSmallTemplates()
    {
        foreach (var shipped in Directory.EnumerateDirectories(Path.Combine(RepositoryRoot.Path, "Hub.Host", "Templates")))
        {
            var package = Directory.CreateDirectory(Path.Combine(Templates, Path.GetFileName(shipped))).FullName;
            foreach (var file in Directory.EnumerateFiles(shipped))
                File.Copy(file, Path.Combine(package, Path.GetFileName(file)));
            var description = Path.Combine(package, "template.json");
            var template = JsonNode.Parse(File.ReadAllText(description))!;
            (template["width"], template["height"]) = (480, 270);
            File.WriteAllText(description, template.ToJsonString());
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
