namespace Hub.Tests.Support.Sessions;

/// <summary>One line of a hand, with the amounts as PokerGFX means them.</summary>
/// <param name="Type">FOLD, CHECK, CALL, BET, ALL IN or BOARD CARD.</param>
/// <param name="Seat">Who acts; 0 for a board card.</param>
/// <param name="StreetTotal">What the player has in on this street after the action.</param>
/// <param name="PotBefore">All chips in the middle before the action.</param>
/// <param name="BoardCard">The card dealt, if one was.</param>
internal sealed record HandEvent(string Type, int Seat, long StreetTotal = 0, long PotBefore = 0, Card? BoardCard = null)
{
    /// <summary>The player put in more than anyone before on this street; false for calls, and for all-ins that only call.</summary>
    public bool IsRaise { get; init; }

    /// <summary>0 before the flop, 3 to 5 = cards on the board.</summary>
    public int Street { get; init; }
}
