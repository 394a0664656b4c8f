using Hub.Modules.Render.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Leases;

/// <summary>Ends a claim over its worker's head.</summary>
internal static class ClaimEnd
{
    /// <summary>
    /// The worker finds its lease gone when it next renews, within a second, and kills its engine; what it makes is refused and removed. The
    /// caller holds the instruction's row: rows come before leases, and leases before what is noted of them, whoever locks both.
    /// </summary>
    public static async Task EndClaimAsync(this RenderDbContext db, RenderInstruction instruction, CancellationToken cancellationToken)
    {
        if (instruction.ClaimId is not { } claimId)
        {
            return;
        }

        await db.Database.ExecuteSqlAsync(
            $"""
             WITH ended AS (DELETE FROM render.lease WHERE instruction_id = {instruction.Id} RETURNING claim_id)
             INSERT INTO render.abandoned_claim (claim_id) SELECT {claimId} FROM (SELECT count(*) FROM ended) AS afterwards ON CONFLICT DO NOTHING
             """,
            cancellationToken);
    }
}
