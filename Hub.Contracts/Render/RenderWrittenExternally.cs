namespace Hub.Contracts.Render;

/// <summary>A v1 client wrote an instruction by SQL: inserted one, or set the status of one. The hub has taken note and acted on it.</summary>
public sealed record RenderWrittenExternally
{
    /// <summary><c>render_instructions.id</c>.</summary>
    public required long InstructionId { get; init; }

    /// <summary>Composition.</summary>
    public required string TemplateName { get; init; }

    /// <summary>Its status before; null when the client inserted it.</summary>
    public string? StatusBefore { get; init; }

    /// <summary>The status that was written.</summary>
    public required string Status { get; init; }

    /// <summary>True when it waits for a person, because it was written too long ago to be rendered unasked.</summary>
    public required bool IsHeld { get; init; }

    /// <summary>When it was written, by the database's clock.</summary>
    public required DateTimeOffset WrittenAt { get; init; }
}
