namespace Hub.Modules.FeatureTable.Persistence;

/// <summary>What a listing tells about a file's content without reading it.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="ModifiedTicks">Last change as the file system states it, in UTC ticks.</param>
internal readonly record struct FileStamp(long Length, long ModifiedTicks);
