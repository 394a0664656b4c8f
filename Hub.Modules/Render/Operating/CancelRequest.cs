namespace Hub.Modules.Render.Operating;

/// <summary>Body of a cancellation; may be left out.</summary>
internal sealed record CancelRequest
{
    public const int LongestReason = 500;

    /// <summary>Why, for the record; up to 500 characters.</summary>
    public string? Reason { get; init; }
}
