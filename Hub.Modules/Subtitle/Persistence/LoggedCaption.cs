using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.Persistence;

/// <summary>A caption that Render was asked for: what it is written from and what it says, so that it can follow corrections.</summary>
internal sealed class LoggedCaption
{
    public long Id { get; init; }

    public required string TriggerType { get; init; }

    public required string TriggerId { get; init; }

    public required string Template { get; init; }

    public required string Subject { get; init; }

    public required int RequestNo { get; init; }

    /// <summary>As it was ordered. A rule that was changed since does not change it.</summary>
    public required CaptionOrder Order { get; init; }

    /// <summary>The hand it is written from, or null.</summary>
    public long? SessionId { get; init; }

    /// <inheritdoc cref="SessionId"/>
    public long? StartTicks { get; init; }

    /// <summary>How many played hands before its own it looks back at.</summary>
    public required int LooksBack { get; init; }

    /// <summary>Key of the table's name, or null.</summary>
    public string? TableKey { get; init; }

    /// <summary>The tournament it is written from, or null.</summary>
    public string? EventCode { get; init; }

    /// <summary>Keys of all names that it may show or tell players apart by, as exported.</summary>
    public required IReadOnlyList<string> Names { get; set; }

    /// <summary>What moves on by itself, as it was when the caption was ordered.</summary>
    public required CaptionMoment Moment { get; set; }

    /// <summary>What Render was told last.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; set; }

    /// <summary>Revision under which it was told.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>Why it is not wanted any more, in words for the operator; null for one that is.</summary>
    public string? WithdrawnBecause { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
