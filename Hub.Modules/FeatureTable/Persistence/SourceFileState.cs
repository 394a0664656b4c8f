namespace Hub.Modules.FeatureTable.Persistence;

/// <summary>How dealing with a file's content ended.</summary>
internal enum SourceFileState
{
    /// <summary>Every hand that could be read is stored.</summary>
    Read,

    /// <summary>The file as a whole is no readable export; it is looked at again when its content changes.</summary>
    Bad,
}
