namespace Hub.Modules.Render.Persistence;

/// <summary>A claim that ended without a clip. Files that bear its id are garbage; the sweep removes them.</summary>
internal sealed class AbandonedClaim
{
    public Guid ClaimId { get; set; }

    public DateTimeOffset AbandonedAt { get; set; }
}
