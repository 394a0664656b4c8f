namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>Something in an export that could not be read: where it stands, why, and what to do.</summary>
internal sealed record ExportProblem
{
    /// <summary>Place of the hand in the file, from 1; null when the file itself is broken.</summary>
    public int? HandPosition { get; init; }

    /// <summary>HandNum, where at least that could be read.</summary>
    public int? HandNumber { get; init; }

    /// <summary>JSON path, e.g. <c>$.Hands[3].Players[0].StartStackAmt</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Line, from 1. Exports have only one.</summary>
    public required long Line { get; init; }

    /// <summary>Byte within the line, from 1: of the value where it is known, else of the hand.</summary>
    public required long BytePosition { get; init; }

    public required string Reason { get; init; }

    public required string Advice { get; init; }

    /// <inheritdoc />
    public override string ToString()
    {
        var hand = HandPosition is null ? "" : $"hand {HandNumber?.ToString() ?? "?"} (number {HandPosition} in the file), ";
        return $"{hand}line {Line}, byte {BytePosition}, {Path}: {Reason}. {Advice}";
    }
}
