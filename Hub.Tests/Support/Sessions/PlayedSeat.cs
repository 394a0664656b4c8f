namespace Hub.Tests.Support.Sessions;

/// <summary>One player's part in a hand.</summary>
internal sealed record PlayedSeat(int Seat, long StartStack, long EndStack, Card High, Card Low, bool SawFlop, bool SawShowdown);
