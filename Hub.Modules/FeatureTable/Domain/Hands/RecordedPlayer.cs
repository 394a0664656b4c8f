using Hub.Modules.FeatureTable.Domain.Cards;

namespace Hub.Modules.FeatureTable.Domain.Hands;

/// <summary>One seat of a hand as recorded.</summary>
internal sealed record RecordedPlayer
{
    public required int Seat { get; init; }

    public required string Name { get; init; }

    public string LongName { get; init; } = "";

    /// <summary>Chips before blinds and ante.</summary>
    public required long StartStack { get; init; }

    /// <summary>Chips after the pot was paid; may have been put back or typed over.</summary>
    public required long EndStack { get; init; }

    /// <summary>Two cards, or none when they were not read.</summary>
    public IReadOnlyList<Card> HoleCards { get; init; } = [];

    public bool IsSittingOut { get; init; }

    public int? EliminationRank { get; init; }

    public int VpipPercent { get; init; }

    /// <summary>Has chips and is present. A player who has just lost everything can stand for a hand with none and not be sitting out.</summary>
    public bool IsDealtIn => !IsSittingOut && StartStack > 0;

    public bool HasKnownCards => HoleCards.Count == 2;
}
