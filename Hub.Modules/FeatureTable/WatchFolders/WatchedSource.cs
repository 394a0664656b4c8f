namespace Hub.Modules.FeatureTable.WatchFolders;

/// <summary>A folder that is watched.</summary>
/// <param name="Table">Name of the table, and of the source.</param>
/// <param name="Folder">Full path.</param>
internal sealed record WatchedSource(string Table, string Folder)
{
    public static WatchedSource Of(SourceOptions options) => new(options.TableName, Path.GetFullPath(options.Folder));

    public string FullPathOf(FoundFile file) => Path.Combine(Folder, file.Path);
}
