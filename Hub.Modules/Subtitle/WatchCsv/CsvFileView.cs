using Hub.Modules.Subtitle.ReadCsv;

namespace Hub.Modules.Subtitle.WatchCsv;

/// <summary>One of WSOP+'s files, and what became of its present content.</summary>
internal sealed record CsvFileView
{
    /// <summary>As documented, e.g. <c>payout_structure.csv</c>.</summary>
    public required string Name { get; init; }

    /// <summary>As it is called in the folder; null when it was never there.</summary>
    public string? Path { get; init; }

    /// <summary>missing, read, or bad when the file as a whole was refused.</summary>
    public required string State { get; init; }

    /// <summary>Rows that were taken in.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that were left out; what was known of them before stays.</summary>
    public required int RefusedRows { get; init; }

    /// <summary>Entries known before that are gone with this content.</summary>
    public required int RemovedEntries { get; init; }

    /// <summary>When the present content was dealt with.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Why the file as a whole was refused, and what to do.</summary>
    public string? LastError { get; init; }

    /// <summary>Why rows were left out, by line.</summary>
    public required IReadOnlyList<CsvProblem> Problems { get; init; }
}
