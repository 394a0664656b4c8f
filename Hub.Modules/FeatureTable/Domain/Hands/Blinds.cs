namespace Hub.Modules.FeatureTable.Domain.Hands;

/// <summary>Who has to post what. Any of the seats may be empty or hold a player without chips; then nobody posts.</summary>
internal sealed record Blinds
{
    public int ButtonSeat { get; init; }

    public int SmallBlindSeat { get; init; }

    public long SmallBlind { get; init; }

    public int BigBlindSeat { get; init; }

    public long BigBlind { get; init; }

    public int ThirdBlindSeat { get; init; }

    public long ThirdBlind { get; init; }

    /// <summary>The ante of the whole table, paid by the big blind.</summary>
    public long Ante { get; init; }

    /// <summary>The big blind's ante goes in before the blind. All exports seen so far say blind first.</summary>
    public bool IsAnteFirst { get; init; }
}
