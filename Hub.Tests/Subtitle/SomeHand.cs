using Hub.Contracts.FeatureTable;

namespace Hub.Tests.Subtitle;

/// <summary>A played hand of an invented session; tests change what they are about with <c>with</c>.</summary>
internal static class SomeHand
{
    public const long Session = 638_900_000_000_000_001;

    private const long FirstStart = 638_900_500_000_000_000;

    public static HandCaptured Of(long sequence, params HandPlayer[] players) => new()
    {
        TableId = $"FEATURE_TABLE_{Session}",
        TableName = "Table Blue",
        SessionId = Session,
        SessionType = "FEATURE_TABLE",
        HandNumber = (int)sequence,
        StartTicks = FirstStart + (sequence * TimeSpan.TicksPerMinute),
        Sequence = sequence,
        Revision = 1,
        IsBacklog = false,
        WasPlayed = true,
        DurationSeconds = 90,
        SmallBlind = 10_000,
        BigBlind = 20_000,
        Ante = 20_000,
        Players = players,
    };

    public static HandPlayer Player(int seat, string name, long endStack, long startStack = 1_000_000) => new()
    {
        Seat = seat,
        Name = name,
        LongName = "",
        StartStack = startStack,
        EndStack = endStack,
        HoleCards = [],
    };

    public static HandPlayer Winner(int seat, string name, long endStack) => Player(seat, name, endStack) with { IsWinner = true };

    /// <summary>A player who goes out in this hand.</summary>
    public static HandPlayer Out(int seat, string name, int rank) => Player(seat, name, endStack: 0) with { WentOut = true, EliminationRank = rank };

    /// <summary>A player who went out in an earlier hand.</summary>
    public static HandPlayer Gone(int seat, string name, int rank) => Player(seat, name, endStack: 0, startStack: 0) with { IsSittingOut = true, EliminationRank = rank };
}
