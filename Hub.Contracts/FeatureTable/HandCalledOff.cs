namespace Hub.Contracts.FeatureTable;

/// <summary>
/// A hand that was dealt and never played has given its number to another hand. Its row is kept under a table_id with
/// <c>~void</c> and counts nowhere. Published in the same transaction as that change.
/// </summary>
public sealed record HandCalledOff
{
    /// <summary>PokerGFX session: .NET ticks of its creation.</summary>
    public required long SessionId { get; init; }

    /// <summary>Hand number, which another hand of the session bears now.</summary>
    public required int HandNumber { get; init; }

    /// <summary>Start of the hand that was called off, UTC, in .NET ticks.</summary>
    public required long StartTicks { get; init; }

    /// <summary>Position of this event in the session's history; see <see cref="HandCaptured.Sequence"/>.</summary>
    public required long Sequence { get; init; }

    /// <summary>v1's table_id under which the row is kept: <c>&lt;Type&gt;_&lt;session&gt;~void&lt;n&gt;</c>.</summary>
    public required string TableId { get; init; }
}
