namespace Hub.Modules.Subtitle.ReadCsv;

/// <summary>Why a row of a file was left out.</summary>
internal sealed record CsvProblem
{
    /// <summary>Line of the file, the header being line 1.</summary>
    public required int Line { get; init; }

    /// <summary>Column as documented; null for the whole row.</summary>
    public string? Column { get; init; }

    /// <summary>What stands there, shortened; null for the whole row.</summary>
    public string? Value { get; init; }

    /// <summary>What is wrong, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>What would be right.</summary>
    public required string Allowed { get; init; }

    /// <inheritdoc />
    public override string ToString()
        => $"line {Line}{(Column is null ? "" : $", column {Column}")}: {(Value is null ? "" : $"'{Value}' ")}{Reason}. Allowed: {Allowed}";
}
