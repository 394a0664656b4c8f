namespace Hub.Tests.Support.Sessions;

/// <summary>A player of an exported hand. Properties stand in the order of the file: alphabetical.</summary>
internal sealed record PgfxPlayer
{
    public required int AggressionFrequencyPercent { get; init; }

    public long BlindBetStraddleAmt { get; init; }

    public required long CumulativeWinningsAmt { get; init; }

    public required int EliminationRank { get; init; }

    public required long EndStackAmt { get; init; }

    public required IReadOnlyList<string> HoleCards { get; init; }

    public required string LongName { get; init; }

    public required string Name { get; init; }

    public required int PlayerNum { get; init; }

    public required int PreFlopRaisePercent { get; init; }

    public required bool SittingOut { get; init; }

    public required long StartStackAmt { get; init; }

    public required int VPIPPercent { get; init; }

    public required int WentToShowDownPercent { get; init; }
}
