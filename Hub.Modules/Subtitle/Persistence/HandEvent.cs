using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Persistence;

/// <summary>Something that happened to a hand; a row while it waits for its turn in the session's history.</summary>
internal sealed class HandEvent
{
    public required long SessionId { get; init; }

    /// <inheritdoc cref="HandCaptured.Sequence"/>
    public required long Sequence { get; init; }

    public required HandEventKind Kind { get; init; }

    public required int HandNumber { get; init; }

    public required long StartTicks { get; init; }

    /// <summary>The hand as it was then; null for one that was called off.</summary>
    public HandCaptured? Facts { get; init; }

    public static HandEvent Of(HandCaptured hand) => With(hand, HandEventKind.Captured);

    public static HandEvent Of(HandRevised revised) => With(revised.Hand, HandEventKind.Revised);

    public static HandEvent Of(HandCalledOff calledOff) => new()
    {
        SessionId = calledOff.SessionId,
        Sequence = calledOff.Sequence,
        Kind = HandEventKind.CalledOff,
        HandNumber = calledOff.HandNumber,
        StartTicks = calledOff.StartTicks,
    };

    private static HandEvent With(HandCaptured hand, HandEventKind kind) => new()
    {
        SessionId = hand.SessionId,
        Sequence = hand.Sequence,
        Kind = kind,
        HandNumber = hand.HandNumber,
        StartTicks = hand.StartTicks,
        Facts = hand,
    };
}
