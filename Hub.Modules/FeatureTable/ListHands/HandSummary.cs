using System.Text.Json;

namespace Hub.Modules.FeatureTable.ListHands;

/// <summary>A hand in a list.</summary>
internal sealed record HandSummary
{
    public required int Id { get; init; }

    public required string TableId { get; init; }

    public required int HandNumber { get; init; }

    /// <summary>rfid, csv or manual.</summary>
    public required string Source { get; init; }

    /// <summary>As text: too big for a JavaScript number. Null in rows of v1 clients.</summary>
    public string? SessionId { get; init; }

    public long? Sequence { get; init; }

    public string? HandRank { get; init; }

    public required bool IsPremium { get; init; }

    public required long Pot { get; init; }

    public string? Winner { get; init; }

    public string? Grade { get; init; }

    public bool? IsAllIn { get; init; }

    public bool? IsBacklog { get; init; }

    /// <summary>When the hub learnt that the hand was called off, or null.</summary>
    public DateTimeOffset? CalledOffAt { get; init; }

    public int? DurationSeconds { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public required JsonElement CommunityCards { get; init; }
}
