namespace Hub.Tests.Support.Sessions;

/// <summary>What a session shall be like; <see cref="SessionGenerator"/> plays it.</summary>
internal sealed record SessionScript
{
    public required string Type { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Seed { get; init; }

    public required IReadOnlyList<SamplePlayer> Players { get; init; }

    public required IReadOnlyList<BlindLevel> Levels { get; init; }

    /// <summary>One entry for each hand: what must happen in it. It is dealt again until it does.</summary>
    public required IReadOnlyList<Func<PlayedHand, bool>> Hands { get; init; }

    /// <summary>Positions (1-based) of hands that are exported with their result taken back, and followed by another hand of the same number.</summary>
    public IReadOnlySet<int> ResultTakenBackAt { get; init; } = new HashSet<int>();

    public string FileName => $"PGFX_live_data_export GameID={CreatedAt.UtcTicks}.json";

    public bool IsFinalTable => Type == "FINAL_TABLE";
}
