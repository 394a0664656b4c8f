namespace Hub.Modules.Render.Persistence;

/// <summary>A row of v1's <c>render_outputs</c>: a finished clip.</summary>
internal sealed class RenderOutput
{
    public int Id { get; set; }

    public int InstructionId { get; set; }

    /// <summary>Absolute path of the clip.</summary>
    public required string OutputPath { get; set; }

    /// <summary>Bytes.</summary>
    public long? FileSize { get; set; }

    public int? FrameCount { get; set; }

    public string? Status { get; set; }

    public string? ErrorMessage { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Pixels.</summary>
    public int? Width { get; set; }

    /// <summary>Pixels.</summary>
    public int? Height { get; set; }

    public long? Attempt { get; set; }

    /// <summary>The claim it was made under; null for rows written by v1's clients.</summary>
    public Guid? ClaimId { get; set; }

    /// <summary>SHA-256 of the file, in lower-case hex.</summary>
    public string? Checksum { get; set; }

    public string? Worker { get; set; }

    /// <summary>When a v1 client sent its instruction back into the queue: the next clip has an output of its own. Null: it is the instruction's.</summary>
    public DateTimeOffset? SupersededAt { get; set; }

    /// <summary>Where a copy was asked for by name; null when it was not.</summary>
    public string? PublishPath { get; set; }

    /// <summary>When that copy was complete.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When the copy last could not be made; null when it never failed, or has been made.</summary>
    public DateTimeOffset? CopyFailedAt { get; set; }

    /// <summary>Since when it is marked as on air, or held for it; null when it is not. Such a clip is never removed, its copy never replaced.</summary>
    public DateTimeOffset? OnAirAt { get; set; }

    /// <summary>Login that marked it.</summary>
    public string? OnAirBy { get; set; }

    /// <summary>When it was decided that the clip is kept no longer; null while it is kept.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>When a host that sees the file has removed it.</summary>
    public DateTimeOffset? FileRemovedAt { get; set; }
}
