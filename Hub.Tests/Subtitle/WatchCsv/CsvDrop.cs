using System.Text;

namespace Hub.Tests.Subtitle.WatchCsv;

/// <summary>A temporary folder in which files of WSOP+ appear.</summary>
internal sealed class CsvDrop : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-csv-");

    public string Folder => _folder.FullName;

    /// <summary>The settings of a module that looks at the folder every 50 ms.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Subtitle:CsvFolder", Folder),
        ("Subtitle:Csv:PollInterval", "00:00:00.05"),
        ("Subtitle:Csv:StableFor", "00:00:00.03"),
        ("Subtitle:Csv:ReportBrokenAfter", "00:00:00.4"),
        ("Subtitle:Csv:MaxFileMegabytes", "1"),
    ];

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    public void Dispose() => _folder.Delete(recursive: true);
}
