using MassTransit;

namespace Hub.Modules.Render.Persistence;

/// <summary>
/// A row of v1's <c>render_instructions</c>: one clip to make, and the saga that sees to it. What v1 left nullable is
/// nullable here, since v1's clients write these rows, too.
/// </summary>
internal sealed class RenderInstruction : SagaStateMachineInstance
{
    /// <summary>What <see cref="Owner"/> says of v1's clients.</summary>
    public const string ExternalOwner = "external";

    public int Id { get; set; }

    public Guid CorrelationId { get; set; }

    public required string TemplateName { get; set; }

    /// <summary>Version of the template the request was checked against; null for rows written by v1's clients.</summary>
    public int? TemplateVersion { get; set; }

    public string LayerDataJson { get; set; } = "{}";

    public string OutputSettingsJson { get; set; } = "{}";

    public string? OutputPath { get; set; }

    public string? OutputFilename { get; set; }

    public string Status { get; set; } = null!;

    /// <summary>1 (highest) to 10 (lowest).</summary>
    public int? Priority { get; set; }

    public string? TriggerType { get; set; }

    public string? TriggerId { get; set; }

    /// <summary>The seat the caption is about, or empty; null for rows written by v1's clients.</summary>
    public string? Subject { get; set; }

    /// <summary>Above 0 when a person asked again; null for rows written by v1's clients, which are never refused as repeats.</summary>
    public int? RequestNo { get; set; }

    public bool IsBacklog { get; set; }

    /// <summary>Highest revision of the request that has come.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>The newest revision says that the clip is not wanted any more.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>Fields of the newest revision where they differ from <see cref="LayerDataJson"/>: it came after the claim. Null: they do not.</summary>
    public string? LatestFields { get; set; }

    /// <summary>Since when the clip, finished or in the making, says what is not true any more; null while it is true.</summary>
    public DateTimeOffset? StaleAt { get; set; }

    /// <summary>What has changed, in words for the operator.</summary>
    public string? StaleReason { get; set; }

    /// <summary>The instruction that a person had rendered again, whose revisions hold for this one, too.</summary>
    public int? AgainOf { get; set; }

    /// <summary>The Idempotency-Key under which it was; null when there was none.</summary>
    public string? AgainKey { get; set; }

    public string? ErrorMessage { get; set; }

    /// <summary>Charged failures so far.</summary>
    public int? RetryCount { get; set; }

    public int? MaxRetries { get; set; }

    /// <summary>Workers that died or fell silent over it; an allowance of its own, for that is seldom the clip's fault.</summary>
    public int LostWorkers { get; set; }

    /// <summary>Attempts given back because their worker's disk or memory failed it; spaces out the next ones, and fails nothing.</summary>
    public int UnfitAttempts { get; set; }

    /// <summary>Grows with every ticket; the ticket, the claim and the result carry it.</summary>
    public long Attempt { get; set; }

    /// <summary>When the ticket of this attempt went out; null while none is out.</summary>
    public DateTimeOffset? DispatchedAt { get; set; }

    /// <summary>When the clip is needed; null where nobody has said.</summary>
    public DateTimeOffset? NeededAt { get; set; }

    /// <summary>No ticket before this instant.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>The claim that owns the instruction; the last one's once it has ended.</summary>
    public Guid? ClaimId { get; set; }

    public string? Worker { get; set; }

    /// <summary><see cref="ExternalOwner"/> when a v1 client has set its status and no worker of the hub has claimed it since; else null.</summary>
    public string? Owner { get; set; }

    /// <summary>Since when it has that owner.</summary>
    public DateTimeOffset? OwnedAt { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }
}
