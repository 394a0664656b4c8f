using Hub.Modules.FeatureTable.Domain.Hands;

namespace Hub.Modules.FeatureTable.Persistence;

/// <summary>
/// A row of v1's <c>hands</c>. The first block is v1's and may have been written by a v1 client; the second is v2's own
/// and NULL in v1's rows.
/// </summary>
internal sealed class HandRow
{
    public int Id { get; init; }

    /// <summary>
    /// <c>&lt;Type&gt;_&lt;session&gt;</c>, with <c>~2</c>, <c>~3</c> … for a later, different hand of the same number, and <c>~void1</c>,
    /// <c>~void2</c> … for one that was called off.
    /// </summary>
    public required string TableId { get; set; }

    public required int HandNumber { get; init; }

    /// <summary>rfid, csv or manual.</summary>
    public string Source { get; init; } = "rfid";

    public string? HandRank { get; set; }

    public long? PotSize { get; set; }

    /// <summary>Names joined by a comma, at most 100 characters; NULL when nobody won.</summary>
    public string? Winner { get; set; }

    public string? PlayersJson { get; set; }

    public string? CommunityCardsJson { get; set; }

    public string? ActionsJson { get; set; }

    public int? DurationSeconds { get; set; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public long? SessionId { get; init; }

    /// <summary>Start in .NET ticks, UTC: timestamptz would cut the seventh decimal, which belongs to the identity.</summary>
    public long? StartTicks { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>
    /// Position of the hand's first event in the session's history; NULL for one of which nothing was announced, because it had
    /// been called off when it was found.
    /// </summary>
    public long? Sequence { get; set; }

    /// <summary>1 for the first content seen, growing with each later one.</summary>
    public int? Revision { get; set; }

    /// <summary>SHA-256 of the exported fields, to tell a changed hand from one seen before.</summary>
    public string? ContentHash { get; set; }

    /// <summary>The hand was in its file when that was read for the first time, and was not just played then.</summary>
    public bool? IsBacklog { get; init; }

    /// <summary>When the hub learnt that the hand was called off; such a hand is kept, and counts nowhere. NULL for all others.</summary>
    public DateTimeOffset? CalledOffAt { get; set; }

    /// <summary>False for a hand without events.</summary>
    public bool? WasPlayed { get; set; }

    public bool? IsAllIn { get; set; }

    /// <summary>A, B or C.</summary>
    public string? Grade { get; set; }

    public long? SmallBlind { get; set; }

    public long? BigBlind { get; set; }

    public long? Ante { get; set; }

    public int? ButtonSeat { get; set; }

    /// <summary>List of warnings in words.</summary>
    public string? WarningsJson { get; set; }

    /// <summary>Only for rows of a session, not for those of v1 clients.</summary>
    public HandIdentity Identity => new(HandNumber, StartTicks!.Value);
}
