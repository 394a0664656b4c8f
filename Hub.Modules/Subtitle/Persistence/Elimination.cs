namespace Hub.Modules.Subtitle.Persistence;

/// <summary>A player whose place has been seen: exports repeat it in every later hand.</summary>
internal sealed class Elimination
{
    public required long SessionId { get; init; }

    /// <summary>The hand in which the place was first seen.</summary>
    public required long Sequence { get; init; }

    public required int Seat { get; init; }

    public required string Name { get; init; }

    public required int Rank { get; init; }
}
