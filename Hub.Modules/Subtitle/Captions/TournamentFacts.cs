namespace Hub.Modules.Subtitle.Captions;

/// <summary>What captions say about a tournament. Amounts are whole dollars or chips; unknown is null, never 0.</summary>
internal sealed record TournamentFacts
{
    public required string EventCode { get; init; }

    public required string Name { get; init; }

    /// <summary>What a player pays in all, the fee included.</summary>
    public long? BuyIn { get; init; }

    /// <summary>The part of it that the house keeps.</summary>
    public long? Fee { get; init; }

    public long? PrizePool { get; init; }

    public int? Entries { get; init; }

    public int? RemainingPlayers { get; init; }

    public int? PlacesPaid { get; init; }

    /// <summary>Chips each entry starts with.</summary>
    public long? StartingChips { get; init; }

    public int? CurrentLevel { get; init; }

    /// <summary>Levels and breaks in order.</summary>
    public IReadOnlyList<BlindLevel> Levels { get; init; } = [];

    /// <summary>From first place down.</summary>
    public IReadOnlyList<Payout> Payouts { get; init; } = [];

    /// <summary>Who has gone out, as far as places are known.</summary>
    public IReadOnlyList<Finisher> Finishers { get; init; } = [];

    /// <summary>Who is still in, most chips first.</summary>
    public IReadOnlyList<ChipStanding> Standings { get; init; } = [];

    /// <summary>Prize of <paramref name="place"/>; null where it is unknown or not paid.</summary>
    public long? PrizeOf(int place) => Payouts.FirstOrDefault(payout => place >= payout.FirstPlace && place <= payout.LastPlace)?.Amount;
}
