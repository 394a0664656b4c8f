namespace Hub.Modules.FeatureTable.ListFiles;

/// <summary>A file below a source folder.</summary>
internal sealed record SourceFileView
{
    public required string Source { get; init; }

    /// <summary>Relative to the source's folder.</summary>
    public required string Path { get; init; }

    /// <summary>read or bad.</summary>
    public required string State { get; init; }

    /// <summary>As text: too big for a JavaScript number.</summary>
    public string? SessionId { get; init; }

    /// <summary>Hands in it that could be read.</summary>
    public required int Hands { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>Why the file is bad, with the position and what to do.</summary>
    public string? LastError { get; init; }

    /// <summary>Hands that could not be read, each with its position and what to do.</summary>
    public required IReadOnlyList<string> Problems { get; init; }
}
