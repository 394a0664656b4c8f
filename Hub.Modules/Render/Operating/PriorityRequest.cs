namespace Hub.Modules.Render.Operating;

/// <summary>Another place in the queue.</summary>
internal sealed record PriorityRequest
{
    /// <summary>1 (highest) to 10 (lowest).</summary>
    public int? Priority { get; init; }
}
