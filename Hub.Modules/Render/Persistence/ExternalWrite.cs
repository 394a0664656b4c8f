namespace Hub.Modules.Render.Persistence;

/// <summary>A v1 client's write to an instruction that no coordinator has acted on yet. Written by triggers, whether or not a hub runs.</summary>
internal sealed class ExternalWrite
{
    public long Id { get; set; }

    public int InstructionId { get; set; }

    /// <summary>Null: the client inserted it.</summary>
    public string? StatusBefore { get; set; }

    public required string Status { get; set; }

    /// <summary>The claim that the write has ended, or null.</summary>
    public Guid? ClaimId { get; set; }

    public DateTimeOffset WrittenAt { get; set; }
}
