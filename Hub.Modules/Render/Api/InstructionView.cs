using System.Linq.Expressions;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;

namespace Hub.Modules.Render.Api;

/// <summary>An instruction in a list.</summary>
internal record InstructionView
{
    public required int Id { get; init; }

    public required string TemplateName { get; init; }

    /// <summary>pending, processing, completed, failed, timed_out or cancelled.</summary>
    public required string Status { get; init; }

    /// <summary>1 (highest) to 10 (lowest).</summary>
    public required int? Priority { get; init; }

    /// <summary>Comes from a hand that was not live.</summary>
    public required bool IsBacklog { get; init; }

    public required string? TriggerType { get; init; }

    public required string? TriggerId { get; init; }

    /// <summary>The seat it is about, or empty.</summary>
    public required string? Subject { get; init; }

    /// <summary>Tickets handed out so far.</summary>
    public required long Attempt { get; init; }

    /// <summary>Failures charged so far.</summary>
    public required int? RetryCount { get; init; }

    public required int? MaxRetries { get; init; }

    /// <summary>Workers that died or fell silent over it.</summary>
    public required int LostWorkers { get; init; }

    /// <summary>The last error, in words for the operator.</summary>
    public required string? ErrorMessage { get; init; }

    public required string? Worker { get; init; }

    public required DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When its present ticket went out.</summary>
    public required DateTimeOffset? DispatchedAt { get; init; }

    public required DateTimeOffset? StartedAt { get; init; }

    public required DateTimeOffset? CompletedAt { get; init; }

    /// <summary>When the clip is needed; null where nobody has said.</summary>
    public required DateTimeOffset? NeededAt { get; init; }

    /// <summary>When it will be done, as the queue and the times measured of late say; null when it has ended, or no worker is running.</summary>
    public DateTimeOffset? Eta { get; init; }

    /// <summary>A failed instruction waits until then.</summary>
    public required DateTimeOffset? NotBefore { get; init; }

    /// <summary>Waits for a person: a v1 client wrote it too long ago to be rendered unasked. A replay lets it go.</summary>
    public required bool IsHeld { get; init; }

    /// <summary><c>external</c> when a v1 client has set its status and no worker of the hub has claimed it since; else null.</summary>
    public required string? Owner { get; init; }

    /// <summary>Grows when a hand or an entry that the caption is written from is corrected.</summary>
    public required int Revision { get; init; }

    /// <summary>Since when its clip, finished or in the making, says what is not true any more; null while it is true.</summary>
    public required DateTimeOffset? StaleSince { get; init; }

    /// <summary>What has changed, field by field, or why the caption was withdrawn.</summary>
    public required string? StaleReason { get; init; }

    /// <summary>The instruction that it renders again, or null.</summary>
    public required int? AgainOf { get; init; }

    public static Expression<Func<RenderInstruction, InstructionView>> FromRow { get; } = row => new InstructionView
    {
        Id = row.Id,
        TemplateName = row.TemplateName,
        Status = row.Status,
        Priority = row.Priority,
        IsBacklog = row.IsBacklog,
        TriggerType = row.TriggerType,
        TriggerId = row.TriggerId,
        Subject = row.Subject,
        Attempt = row.Attempt,
        RetryCount = row.RetryCount,
        MaxRetries = row.MaxRetries,
        LostWorkers = row.LostWorkers,
        ErrorMessage = row.ErrorMessage,
        Worker = row.Worker,
        CreatedAt = row.CreatedAt,
        DispatchedAt = row.DispatchedAt,
        StartedAt = row.StartedAt,
        CompletedAt = row.CompletedAt,
        NeededAt = row.NeededAt,
        NotBefore = row.NotBefore == Held.Until ? null : row.NotBefore,
        IsHeld = row.Status == RenderStatus.Pending && row.NotBefore != null && row.NotBefore == Held.Until,
        Owner = row.Owner,
        Revision = row.Revision,
        StaleSince = row.StaleAt,
        StaleReason = row.StaleReason,
        AgainOf = row.AgainOf,
    };
}
