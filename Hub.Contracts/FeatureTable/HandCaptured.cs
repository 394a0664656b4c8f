namespace Hub.Contracts.FeatureTable;

/// <summary>
/// A hand was stored for the first time. Published once for each hand identity (session, hand number, start), in the
/// same transaction as the row in <c>public.hands</c>. Amounts are whole chips.
/// </summary>
public sealed record HandCaptured
{
    /// <summary>v1's table_id: <c>&lt;Type&gt;_&lt;session&gt;</c>, with <c>~2</c>, <c>~3</c> … for a repeated hand number.</summary>
    public required string TableId { get; init; }

    /// <summary>Name of the table as configured for the watched folder; what captions call the table.</summary>
    public required string TableName { get; init; }

    /// <summary>PokerGFX session: .NET ticks of its creation. Too big for a JavaScript number.</summary>
    public required long SessionId { get; init; }

    /// <summary><c>FEATURE_TABLE</c> or <c>FINAL_TABLE</c>.</summary>
    public required string SessionType { get; init; }

    /// <summary>Hand number as exported; not unique within a session.</summary>
    public required int HandNumber { get; init; }

    /// <summary>Start of the hand, UTC, in .NET ticks: the export's seven decimals, which timestamptz would cut.</summary>
    public required long StartTicks { get; init; }

    /// <summary>
    /// Position of this event in the session's history, which <see cref="HandCaptured"/>, <see cref="HandRevised"/> and
    /// <see cref="HandCalledOff"/> share: 1, 2, 3 … without a gap, in the order in which the hub learnt of them. The order of
    /// play is that of <see cref="StartTicks"/>.
    /// </summary>
    public required long Sequence { get; init; }

    /// <summary>1 for the first content seen of this hand, growing with each later one.</summary>
    public required int Revision { get; init; }

    /// <summary>The hand was already in the file when the file was read for the first time: stored, captioned only on request.</summary>
    public required bool IsBacklog { get; init; }

    /// <summary>False for a hand that was dealt but has no events (yet); it triggers nothing.</summary>
    public required bool WasPlayed { get; init; }

    /// <summary>Whole seconds from deal to result.</summary>
    public required int DurationSeconds { get; init; }

    /// <summary>Small blind, or 0.</summary>
    public long SmallBlind { get; init; }

    /// <summary>Big blind, or 0 when unknown.</summary>
    public long BigBlind { get; init; }

    /// <summary>Ante of the whole table, or 0.</summary>
    public long Ante { get; init; }

    /// <summary>Seat of the dealer button; may be an empty seat.</summary>
    public int ButtonSeat { get; init; }

    /// <summary>All chips put in less the uncalled part.</summary>
    public long Pot { get; init; }

    /// <summary>Best rank among the players still in at the showdown (one of v1's ten names), or null.</summary>
    public string? HandRank { get; init; }

    /// <summary>Full house or better at the showdown.</summary>
    public bool IsPremium { get; init; }

    /// <summary>At least one player was all-in.</summary>
    public bool IsAllIn { get; init; }

    /// <summary>How worth broadcasting the hand is.</summary>
    public HandGrade Grade { get; init; }

    /// <summary>Board cards in the order dealt: 0, 3, 4 or 5.</summary>
    public IReadOnlyList<string> BoardCards { get; init; } = [];

    /// <summary>Every seat, ascending.</summary>
    public IReadOnlyList<HandPlayer> Players { get; init; } = [];

    /// <summary>What does not add up in the export, in words; empty for a clean hand.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
