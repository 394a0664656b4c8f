using System.Text;
using Hub.Tests.FeatureTable.Samples;

namespace Hub.Tests.FeatureTable.Hosting;

/// <summary>A temporary folder of exports, as a table's folder on the NAS.</summary>
internal sealed class SourceFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("hub-feature-table-");

    public SourceFolder(string table = "Table 1") => Folder = _root.CreateSubdirectory(table).FullName;

    public string Folder { get; }

    public string PathOf(SampleExport export, string day = "2026-03-07") => Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, day)).FullName, export.FileName);

    /// <summary>Writes the file as PokerGFX does: anew, as a whole.</summary>
    public void Write(SampleExport export, string day = "2026-03-07") => File.WriteAllBytes(PathOf(export, day), export.ToBytes());

    public string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, content, Encoding.UTF8);
        return path;
    }

    public void Dispose() => _root.Delete(recursive: true);
}
