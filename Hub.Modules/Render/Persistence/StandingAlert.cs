namespace Hub.Modules.Render.Persistence;

/// <summary>Something that was told of and goes on: what the module has to take back when it is over.</summary>
internal sealed class StandingAlert
{
    public required string Code { get; init; }

    public required string Subject { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Since { get; init; }
}
