namespace Hub.Modules.FeatureTable.Persistence;

/// <summary>
/// What is known of a file below a source folder: the content that was last dealt with, and how that ended. Written only
/// after the file's hands are committed.
/// </summary>
internal sealed class SourceFileRow
{
    public long Id { get; init; }

    /// <summary>Name of the source, which is the name of its table.</summary>
    public required string Source { get; init; }

    /// <summary>Relative to the source's folder, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes.</summary>
    public required long Length { get; set; }

    /// <summary>Time of the last change as the file system states it, in UTC ticks.</summary>
    public required long ModifiedTicks { get; set; }

    /// <summary>SHA-256 of the content.</summary>
    public required string ContentHash { get; set; }

    public required SourceFileState State { get; set; }

    public long? SessionId { get; set; }

    /// <summary>Hands in the file that could be read.</summary>
    public int HandCount { get; set; }

    /// <summary>When all hands of the file were stored for the first time; hands that appear later are live.</summary>
    public DateTimeOffset? FirstReadAt { get; set; }

    /// <summary>When this content was dealt with.</summary>
    public required DateTimeOffset CheckedAt { get; set; }

    /// <summary>Why the file is bad, with the position.</summary>
    public string? LastError { get; set; }

    /// <summary>Hands that could not be read, in words.</summary>
    public IReadOnlyList<string> Problems { get; set; } = [];

    public FileStamp Stamp => new(Length, ModifiedTicks);
}
