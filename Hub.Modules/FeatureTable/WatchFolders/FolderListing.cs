namespace Hub.Modules.FeatureTable.WatchFolders;

/// <summary>The export files below a folder.</summary>
/// <param name="Files">In no order.</param>
/// <param name="Errors">System error codes of folders below that could not be listed.</param>
/// <param name="IsThere">False when the folder itself could not be opened; the first error says why.</param>
internal sealed record FolderListing(IReadOnlyList<FoundFile> Files, IReadOnlyList<int> Errors, bool IsThere);
