namespace Hub.Modules.Subtitle.Players.Import;

/// <summary>What became of a file of players.</summary>
internal sealed record ImportReport
{
    /// <summary>Rows below the header, empty lines not counted.</summary>
    public required int Rows { get; init; }

    public required int Created { get; init; }

    public required int Updated { get; init; }

    /// <summary>Players who were already as the file has them.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Rows that were left out.</summary>
    public required int Rejected { get; init; }

    /// <summary>The first problems, at most <see cref="PlayerFile.MostProblems"/>.</summary>
    public required IReadOnlyList<ImportProblem> Problems { get; init; }
}
