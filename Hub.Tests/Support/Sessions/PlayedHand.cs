namespace Hub.Tests.Support.Sessions;

/// <summary>A hand that was played to its end.</summary>
internal sealed record PlayedHand
{
    public required BlindLevel Level { get; init; }

    public required int Button { get; init; }

    public required int SmallBlindSeat { get; init; }

    public required int BigBlindSeat { get; init; }

    /// <summary>Players dealt in, ascending by seat.</summary>
    public required IReadOnlyList<PlayedSeat> Seats { get; init; }

    public required IReadOnlyList<HandEvent> Events { get; init; }

    public required IReadOnlyList<SidePot> Pots { get; init; }

    /// <summary>All chips put in less what nobody called.</summary>
    public required long Pot { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Best rank shown, or null where all others folded.</summary>
    public HandCategory? ShowdownCategory { get; init; }

    /// <summary>Somebody's last chip went in, be it by a blind or the ante: those are no events.</summary>
    public required bool IsAllIn { get; init; }

    /// <summary>Who got a part of the pot, ascending.</summary>
    public IReadOnlyList<int> Winners => [.. Pots.SelectMany(p => p.Winners).Distinct().Order()];

    public IReadOnlyList<int> WentOut => [.. Seats.Where(s => s.EndStack == 0).OrderBy(s => s.StartStack).Select(s => s.Seat)];
}
