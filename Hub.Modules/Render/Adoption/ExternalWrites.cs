using Hub.Contracts.Monitoring;
using Hub.Contracts.Render;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.TimeLimits;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Adoption;

/// <summary>
/// Acts on what v1's clients have written: adopts what they want rendered, tells the others, and fills the places that became free. The
/// triggers have done what cannot wait (tickets, claims and leases are void); several coordinators share the rest.
/// </summary>
internal sealed class ExternalWrites(
    RenderDbContext db, IPublishEndpoint events, AttemptTimer timer, TicketDispatcher dispatcher, IOptions<RenderOptions> options, TimeProvider clock)
{
    /// <summary>Channel on which the triggers tell of a write.</summary>
    public const string ChannelName = "hub_render_external";

    private const int BatchSize = 500;
    private const string HeldSubject = "instructions of v1 clients";

    /// <returns>True when there may be more.</returns>
    public async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var writes = await TakeBatchAsync(cancellationToken);
        if (writes.Count == 0)
        {
            await transaction.CommitAsync(CancellationToken.None);
            return false;
        }

        // Of several writes to one instruction the last says what is wanted.
        var oldest = clock.GetUtcNow() - TimeSpan.FromHours(options.Value.AdoptHours);
        var held = writes.GroupBy(write => write.InstructionId).Select(group => group.Last())
            .Where(last => last.Status == RenderStatus.Pending && last.WantedSince < oldest).Select(last => last.InstructionId).ToHashSet();
        await AdoptAsync([.. writes.Where(write => write.Status == RenderStatus.Pending && !held.Contains(write.InstructionId)).Select(write => write.InstructionId)], cancellationToken);
        foreach (var write in writes)
        {
            await events.Publish(Event(write, held.Contains(write.InstructionId)), cancellationToken);
            if (write.ClaimId is { } ended)
            {
                await timer.CancelAsync(ended, cancellationToken);
            }
        }

        if (held.Count > 0)
        {
            await events.Publish(Alert(held), cancellationToken);
        }

        await dispatcher.FillWindowAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    /// <summary>With the rows they are about; what a client still holds, in a transaction that it does not end, waits and holds up no other.</summary>
    private Task<List<TakenWrite>> TakeBatchAsync(CancellationToken cancellationToken)
        => db.Database.SqlQuery<TakenWrite>(
            $"""
             WITH free AS (
               SELECT write.id FROM render.external_write write JOIN public.render_instructions instruction ON instruction.id = instruction_id
               ORDER BY write.id
               LIMIT {BatchSize}
               FOR UPDATE OF write SKIP LOCKED FOR NO KEY UPDATE OF instruction SKIP LOCKED
             ), taken AS (
               DELETE FROM render.external_write WHERE id IN (SELECT id FROM free) RETURNING *
             ), orphaned AS (
               DELETE FROM render.external_write orphan WHERE NOT EXISTS (SELECT FROM public.render_instructions WHERE id = orphan.instruction_id)
             )
             SELECT instruction_id, template_name, status_before, taken.status, taken.claim_id, written_at,
               CASE WHEN status_before IS NULL THEN least(written_at, created_at) ELSE written_at END AS wanted_since
             FROM taken JOIN public.render_instructions instruction ON instruction.id = instruction_id
             ORDER BY taken.id
             """).ToListAsync(cancellationToken);

    private Task<int> AdoptAsync(int[] instructions, CancellationToken cancellationToken)
        => instructions.Length == 0 ? Task.FromResult(0) : db.Database.ExecuteSqlAsync(
            $"""
             UPDATE public.render_instructions SET not_before = NULL
             WHERE id = ANY({instructions}) AND status = 'pending' AND not_before = {Held.Until}
             """,
            cancellationToken);

    private static RenderWrittenExternally Event(TakenWrite write, bool isHeld) => new()
    {
        InstructionId = write.InstructionId,
        TemplateName = write.TemplateName,
        StatusBefore = write.StatusBefore,
        Status = write.Status,
        IsHeld = isHeld && write.Status == RenderStatus.Pending,
        WrittenAt = write.WrittenAt,
    };

    private AlertRaised Alert(HashSet<int> held) => new()
    {
        Code = AlertCodes.RenderHeld,
        Severity = AlertSeverity.Warning,
        Subject = HeldSubject,
        Text = $"v1 clients have written instructions more than {options.Value.AdoptHours} hours before a hub saw them: {held.Count}, the first is {held.Min()}. "
            + "They are not rendered unless somebody replays them; GET /api/v1/instructions?held=true lists them.",
        OccurredAt = clock.GetUtcNow(),
    };
}
