namespace Hub.Tests.Support.Sessions;

/// <summary>Where button and blinds lie. The button may lie at an empty seat, and so may the small blind: nobody posts it then.</summary>
internal sealed record BlindSeats(int Button, int SmallBlind, int BigBlind)
{
    public static BlindSeats First(IReadOnlyList<int> seats)
        => seats.Count == 2 ? new(seats[0], seats[0], seats[1]) : new(seats[0], seats[1], seats[2]);

    /// <summary>The big blind moves to the next player; button and small blind follow it, over empty seats, too.</summary>
    public BlindSeats Next(IReadOnlyList<int> seats)
    {
        var bigBlind = seats.FirstOrDefault(s => s > BigBlind, seats[0]);
        if (seats.Count > 2)
            return new(SmallBlind, BigBlind, bigBlind);

        // Heads-up the button has the small blind.
        var other = seats.Single(s => s != bigBlind);
        return new(other, other, bigBlind);
    }
}
