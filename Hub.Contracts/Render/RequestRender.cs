using Hub.Contracts.Engine;

namespace Hub.Contracts.Render;

/// <summary>
/// Asks for one clip. The same (TriggerType, TriggerId, TemplateName, Subject, RequestNo) names the same clip: asked again with the
/// same or a lower <see cref="Revision"/> it changes nothing; with a higher one it replaces the texts of a clip that no worker
/// has claimed yet, and marks a later one stale.
/// </summary>
public sealed record RequestRender
{
    /// <summary>Composition to render, as named in the template folder, e.g. <c>_MAIN Mini Chip Count</c>.</summary>
    public required string TemplateName { get; init; }

    /// <summary>Field name → text as it shall appear, e.g. <c>slot1_name</c> → <c>KIM</c>. Unknown values are <c>''</c>, never null.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>What caused it: hand_completed, premium_hand, all_in, player_eliminated, …, manual.</summary>
    public required string TriggerType { get; init; }

    /// <summary>The hand or event: <c>&lt;session&gt;/&lt;HandNum&gt;/&lt;start ticks&gt;</c> for a hand.</summary>
    public required string TriggerId { get; init; }

    /// <summary>The seat the caption is about, or empty for one about the whole table.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Above 0 only when a person asks for the same caption again.</summary>
    public int RequestNo { get; init; }

    /// <summary>1 (highest) to 10 (lowest).</summary>
    public int Priority { get; init; } = 5;

    /// <summary>
    /// When the clip is needed; null: as soon as may be. It changes nothing about the order, but the hub says when it will be done, and warns as
    /// soon as that is too late. What the first request says holds.
    /// </summary>
    public DateTimeOffset? NeededAt { get; init; }

    /// <summary>Comes from a hand that was not live; everything live is rendered first, whatever the priority.</summary>
    public bool IsBacklog { get; init; }

    /// <summary>1 for the first text of this clip, growing with each correction. Messages may arrive in any order: the highest wins.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>
    /// Why the clip is no longer wanted, in words for the operator; null for one that is. An unclaimed instruction is cancelled, a
    /// later clip is marked stale.
    /// </summary>
    public string? WithdrawnBecause { get; init; }

    /// <summary>File format.</summary>
    public ClipFormat Format { get; init; } = ClipFormat.MovAlpha;
}
