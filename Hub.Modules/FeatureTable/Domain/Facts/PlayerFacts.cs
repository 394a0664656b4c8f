using Hub.Modules.FeatureTable.Domain.Cards;
using Hub.Modules.FeatureTable.Domain.Hands;

namespace Hub.Modules.FeatureTable.Domain.Facts;

/// <summary>What was derived for one seat of a hand.</summary>
internal sealed record PlayerFacts
{
    public required RecordedPlayer Player { get; init; }

    public bool HasFolded { get; init; }

    public bool IsAllIn { get; init; }

    public bool IsWinner { get; init; }

    /// <summary>Blinds, ante and bets, without the part that nobody called.</summary>
    public long ChipsPutIn { get; init; }

    /// <summary>Rank at the showdown, or null where the player did not get there or has no known cards.</summary>
    public HandRank? Rank { get; init; }

    /// <summary>Had chips at the start and none at the end.</summary>
    public bool WentOut => Player is { StartStack: > 0, EndStack: 0 };
}
