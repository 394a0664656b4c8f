namespace Hub.Modules.Render.Working;

/// <summary>The right to render one attempt, and what is to be rendered.</summary>
internal sealed record Claim
{
    public required Guid ClaimId { get; init; }

    public required int InstructionId { get; init; }

    public required long Attempt { get; init; }

    public required Guid CorrelationId { get; init; }

    public required string TemplateName { get; init; }

    public required string LayerDataJson { get; init; }

    public required string OutputSettingsJson { get; init; }

    /// <summary>Folder a copy is asked for in; null for the clip folder.</summary>
    public string? OutputPath { get; init; }

    /// <summary>Name a copy is asked for under; null when none is.</summary>
    public string? OutputFilename { get; init; }
}
