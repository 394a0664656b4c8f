namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>The content of one export file.</summary>
internal sealed record ExportedSession
{
    /// <summary>.NET ticks of the session's creation.</summary>
    public required long Id { get; init; }

    /// <summary><c>FEATURE_TABLE</c> or <c>FINAL_TABLE</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The hands that could be read, in the order of the file.</summary>
    public required IReadOnlyList<ParsedHand> Hands { get; init; }

    /// <summary>The hands that could not.</summary>
    public required IReadOnlyList<ExportProblem> Problems { get; init; }

    /// <summary>All hands of the file, readable or not.</summary>
    public int HandCount => Hands.Count + Problems.Count;

    /// <summary>v1's table_id.</summary>
    public string TableId => $"{Type}_{Id}";
}
