namespace Hub.Modules.FeatureTable.WatchFolders;

/// <summary>The export files below a folder.</summary>
/// <param name="Files">In no order.</param>
/// <param name="Errors">System error codes of folders below that could not be listed.</param>
internal sealed record FolderListing(IReadOnlyList<FoundFile> Files, IReadOnlyList<int> Errors);
