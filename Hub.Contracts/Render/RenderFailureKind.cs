namespace Hub.Contracts.Render;

/// <summary>What kind of failure ended an attempt.</summary>
public enum RenderFailureKind
{
    /// <summary>Trying again can help: engine crash, disk full, network.</summary>
    Retryable = 0,

    /// <summary>Trying again cannot help: unknown template, missing layer, bad data.</summary>
    Final = 1,

    /// <summary>The attempt took longer than it may; tried again, and ends as <c>timed_out</c>.</summary>
    TimeLimit = 2,
}
