namespace Hub.Modules.Render.Operating;

/// <summary>Which dead letters to replay. What is left out does not matter.</summary>
internal sealed record BulkReplayRequest
{
    /// <summary>Any of failed, timed_out, cancelled, and held for what waits for a person; left out: failed and timed_out.</summary>
    public IReadOnlyList<string>? Status { get; init; }

    /// <summary>Only of this template.</summary>
    public string? Template { get; init; }

    /// <summary>Only what has ended since; of what is held, what was written since.</summary>
    public DateTimeOffset? Since { get; init; }
}
