using System.IO.Enumeration;
using Hub.Modules.FeatureTable.Persistence;

namespace Hub.Modules.FeatureTable.WatchFolders;

/// <summary>
/// Walks a folder and all below it for export files. A folder below that cannot be listed is noted and passed over; links
/// to folders are not followed, they could lead anywhere or in circles.
/// </summary>
internal sealed class ExportFileEnumerator : FileSystemEnumerator<FoundFile>
{
    private const string Pattern = "PGFX*.json";
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly string _folder;

    public ExportFileEnumerator(string folder)
        : base(folder, Everything)
        => _folder = folder;

    /// <summary>System error codes of folders that could not be listed.</summary>
    public List<int> Errors { get; } = [];

    protected override bool ShouldIncludeEntry(ref FileSystemEntry entry)
        => !entry.IsDirectory && FileSystemName.MatchesSimpleExpression(Pattern, entry.FileName, ignoreCase: true);

    protected override bool ShouldRecurseIntoEntry(ref FileSystemEntry entry)
        => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    protected override FoundFile TransformEntry(ref FileSystemEntry entry)
        => new(
            Path.GetRelativePath(_folder, entry.ToFullPath()).Replace('\\', '/'),
            new FileStamp(entry.Length, entry.LastWriteTimeUtc.UtcTicks));

    protected override bool ContinueOnError(int error)
    {
        Errors.Add(error);
        return true;
    }
}
