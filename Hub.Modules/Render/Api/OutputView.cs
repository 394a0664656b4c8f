using System.Linq.Expressions;
using Hub.Modules.Render.Persistence;

namespace Hub.Modules.Render.Api;

/// <summary>A finished clip.</summary>
internal sealed record OutputView
{
    public required int Id { get; init; }

    public required int InstructionId { get; init; }

    public required string TemplateName { get; init; }

    /// <summary>Absolute path on the machine that made it.</summary>
    public required string OutputPath { get; init; }

    /// <summary>Bytes.</summary>
    public required long? FileSize { get; init; }

    public required int? FrameCount { get; init; }

    /// <summary>Pixels.</summary>
    public required int? Width { get; init; }

    /// <summary>Pixels.</summary>
    public required int? Height { get; init; }

    /// <summary>SHA-256 in lower-case hex.</summary>
    public required string? Checksum { get; init; }

    public required string? Status { get; init; }

    public required string? Worker { get; init; }

    /// <summary>Where a copy was asked for by name.</summary>
    public required string? PublishPath { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

    public required DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Since when it is marked as on air; null when it is not.</summary>
    public required DateTimeOffset? OnAirAt { get; init; }

    /// <summary>Login that marked it.</summary>
    public required string? OnAirBy { get; init; }

    /// <summary>When its file was removed for its age or for want of room; null while there is one.</summary>
    public required DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Since when the clip says what is not true any more; null while it is true.</summary>
    public required DateTimeOffset? StaleSince { get; init; }

    /// <summary>What has changed, field by field, or why the caption was withdrawn.</summary>
    public required string? StaleReason { get; init; }

    public static Expression<Func<RenderOutput, RenderInstruction, OutputView>> FromRows { get; } = (output, instruction) => new OutputView
    {
        Id = output.Id,
        InstructionId = output.InstructionId,
        TemplateName = instruction.TemplateName,
        OutputPath = output.OutputPath,
        FileSize = output.FileSize,
        FrameCount = output.FrameCount,
        Width = output.Width,
        Height = output.Height,
        Checksum = output.Checksum,
        Status = output.Status,
        Worker = output.Worker,
        PublishPath = output.PublishPath,
        PublishedAt = output.PublishedAt,
        CompletedAt = output.CompletedAt,
        OnAirAt = output.OnAirAt,
        OnAirBy = output.OnAirBy,
        RemovedAt = output.RemovedAt,
        StaleSince = instruction.StaleAt,
        StaleReason = instruction.StaleReason,
    };
}
