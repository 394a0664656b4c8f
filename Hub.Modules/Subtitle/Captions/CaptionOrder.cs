using System.Text.Json.Serialization;
using Hub.Contracts.Engine;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>
/// One caption to be written and rendered. Says what it is written from, so that it can be written again when a hand, a
/// tournament, a player or the programme is corrected.
/// </summary>
internal sealed record CaptionOrder
{
    /// <summary>Name of the composition.</summary>
    public required string Template { get; init; }

    /// <summary>One of the names of the triggers, e.g. <c>hand_completed</c>.</summary>
    public required string TriggerType { get; init; }

    /// <summary>The hand or event, at most 100 characters; with the other parts of the key it names the clip.</summary>
    public required string TriggerId { get; init; }

    /// <summary>The seat the caption is about, or empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Above 0 only when a person asks for the same caption again.</summary>
    public int RequestNo { get; init; }

    /// <summary>1 (first) to 10 (last).</summary>
    public int Priority { get; init; } = 5;

    /// <summary>When the clip is needed; null: as soon as may be. Left out of what is stored then: orders are known by their text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? NeededAt { get; init; }

    public bool IsBacklog { get; init; }

    public ClipFormat Format { get; init; } = ClipFormat.MovAlpha;

    /// <summary>Session and start of the hand it is written from; both or neither.</summary>
    public long? SessionId { get; init; }

    /// <inheritdoc cref="SessionId"/>
    public long? StartTicks { get; init; }

    /// <summary>Seat of the player it is written about.</summary>
    public int? Seat { get; init; }

    /// <summary>Tournament it is written from; null: the one that the hand's table belongs to.</summary>
    public string? EventCode { get; init; }

    public CaptionOptions Options { get; init; } = new();
}
