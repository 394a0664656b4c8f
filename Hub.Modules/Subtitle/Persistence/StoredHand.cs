using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Persistence;

/// <summary>The module's own copy of a hand as it is known now: later captions look back at it.</summary>
internal sealed class StoredHand
{
    public required long SessionId { get; init; }

    /// <summary>Tells the hands of a session apart, and is the order of play.</summary>
    public required long StartTicks { get; init; }

    public int Revision { get; private set; }

    /// <summary>It has events and was not called off: it triggers captions, and others look back at it.</summary>
    public bool WasPlayed { get; private set; }

    /// <summary>For good, whatever is exported of it later.</summary>
    public bool IsCalledOff { get; private set; }

    public HandCaptured Facts { get; private set; } = null!;

    /// <summary>Who is out in a place as this hand shows it: exports repeat a place in every later hand.</summary>
    public IReadOnlyList<PlacedPlayer> Placed { get; private set; } = [];

    /// <summary>When people were told that this premium hand has no caption; null for every other hand.</summary>
    public DateTimeOffset? MissedAt { get; private set; }

    public static StoredHand From(HandCaptured hand)
    {
        var stored = new StoredHand { SessionId = hand.SessionId, StartTicks = hand.StartTicks };
        stored.Take(hand);
        return stored;
    }

    public void Take(HandCaptured hand)
    {
        Facts = hand;
        Revision = hand.Revision;
        WasPlayed = hand.WasPlayed && !IsCalledOff;
        Placed = PlacedPlayer.Of(hand);
    }

    public void CallOff() => (IsCalledOff, WasPlayed) = (true, false);
}
