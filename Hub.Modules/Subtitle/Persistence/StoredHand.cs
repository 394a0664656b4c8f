using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Persistence;

/// <summary>The module's own copy of a hand: it may have to wait for an earlier one, and later captions look back at it.</summary>
internal sealed class StoredHand
{
    public required long SessionId { get; init; }

    public required long Sequence { get; init; }

    public required bool WasPlayed { get; init; }

    public required HandCaptured Facts { get; init; }

    public static StoredHand From(HandCaptured hand) => new()
    {
        SessionId = hand.SessionId,
        Sequence = hand.Sequence,
        WasPlayed = hand.WasPlayed,
        Facts = hand,
    };
}
