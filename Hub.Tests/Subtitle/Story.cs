using Hub.Contracts.FeatureTable;

namespace Hub.Tests.Subtitle;

/// <summary>A session of any length: every second hand is worth two tables and its winner's chip flow, every third an all-in with one winner; stacks tell the hands apart.</summary>
internal static class Story
{
    public static HandCaptured Hand(int sequence) => SomeHand.Of(
        sequence,
        SomeHand.Winner(2, "Lindqvist", 1_000_000 + (sequence * 500)),
        SomeHand.Player(5, "Okafor", 2_000_000 - (sequence * 500)),
        SomeHand.Player(8, "한가람", 750_000)) with
    {
        Grade = sequence % 2 == 0 ? HandGrade.B : HandGrade.C,
        IsAllIn = sequence % 3 == 0,
    };

    public static int RequestsUpTo(int sequence) => (sequence / 2 * 3) + (sequence / 3);
}
