using Hub.Modules.FeatureTable.Persistence;

namespace Hub.Modules.FeatureTable.WatchFolders;

/// <summary>A file in a listing.</summary>
/// <param name="Path">Relative to the source's folder, with forward slashes.</param>
/// <param name="Stamp">As listed.</param>
internal sealed record FoundFile(string Path, FileStamp Stamp);
