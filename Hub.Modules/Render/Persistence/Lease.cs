namespace Hub.Modules.Render.Persistence;

/// <summary>A live claim. The worker renews it every second; nothing else changes it, and it is deleted when the claim ends.</summary>
internal sealed class Lease
{
    public Guid ClaimId { get; set; }

    public int InstructionId { get; set; }

    public long Attempt { get; set; }

    public int WorkerId { get; set; }

    /// <summary>By the database's clock.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}
