using Hub.Contracts.Render;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Requests;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.RenderAgain;

/// <summary>
/// Has an instruction rendered again with its newest texts, as an instruction of its own: clips are never overwritten. Later
/// revisions of the original hold for the copy, too.
/// </summary>
internal sealed class RenderedAgain(RenderDbContext db, RequestCheck check, TicketDispatcher dispatcher)
{
    /// <param name="id">The instruction, or one that was itself rendered again.</param>
    /// <param name="key">The client's Idempotency-Key, or null.</param>
    /// <param name="cancellationToken">Ends the work before it is stored.</param>
    /// <returns>The new instruction; or the one made under the same key, or that still waits since the last time somebody asked.</returns>
    public async Task<AgainOutcome> AddAsync(int id, string? key, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await LockOriginalAsync(id, cancellationToken) is not { } original)
            return AgainOutcome.NotFound;
        if (original.RequestNo is null)
            return AgainOutcome.Refused("It was not written by the hub; whoever wrote it can write it again.");
        if (original.IsWithdrawn)
            return AgainOutcome.Refused($"It is not wanted any more: {original.StaleReason ?? original.ErrorMessage}.");
        if (await FindKnownAsync(original.Id, key, cancellationToken) is { } known)
            return new AgainOutcome(known);

        var copy = CopyOf(original, key);
        var verdict = check.Check(RequestOf(copy));
        if (verdict.Complaint is not null)
            return AgainOutcome.Refused(verdict.Complaint);

        (copy.TemplateVersion, copy.OutputSettingsJson) = (verdict.TemplateVersion, verdict.OutputSettingsJson);
        db.Instructions.Add(copy);
        await dispatcher.FillWindowAsync(cancellationToken);
        // A commit that has begun is not cancelled: nobody would know its outcome.
        await transaction.CommitAsync(CancellationToken.None);
        return new AgainOutcome(copy.Id);
    }

    /// <summary>Of a copy the original is the one that revisions come for.</summary>
    private async Task<RenderInstruction?> LockOriginalAsync(int id, CancellationToken cancellationToken)
        => (await db.Instructions.FromSql(
            $"""
             SELECT * FROM public.render_instructions
             WHERE id = (SELECT coalesce(again_of, id) FROM public.render_instructions WHERE id = {id})
             FOR NO KEY UPDATE
             """).ToListAsync(cancellationToken)).SingleOrDefault();

    private async Task<int?> FindKnownAsync(int originalId, string? key, CancellationToken cancellationToken)
    {
        var known = await db.Instructions.AsNoTracking()
            .Where(instruction => instruction.AgainOf == originalId || instruction.Id == originalId)
            .Where(instruction => instruction.Status == RenderStatus.Pending || (key != null && instruction.AgainKey == key))
            // The key's own comes first, whatever else waits.
            .OrderByDescending(instruction => instruction.AgainKey == key).ThenBy(instruction => instruction.Id)
            .Select(instruction => instruction.Id)
            .Take(1)
            .ToListAsync(cancellationToken);
        return known.Count == 0 ? null : known[0];
    }

    private static RenderInstruction CopyOf(RenderInstruction original, string? key) => new()
    {
        AgainKey = key,
        TemplateName = original.TemplateName,
        LayerDataJson = original.LatestFields ?? original.LayerDataJson,
        OutputSettingsJson = original.OutputSettingsJson,
        Status = RenderStatus.Pending,
        Priority = original.Priority,
        TriggerType = original.TriggerType,
        TriggerId = original.TriggerId,
        Subject = original.Subject,
        Revision = original.Revision,
        AgainOf = original.Id,
    };

    private static RequestRender RequestOf(RenderInstruction copy) => new()
    {
        TemplateName = copy.TemplateName,
        Fields = LayerData.Read(copy.LayerDataJson),
        TriggerType = copy.TriggerType!,
        TriggerId = copy.TriggerId!,
        // That of a request which failed because there was no such template is not known.
        Format = copy.OutputSettingsJson == "{}" ? default : OutputSettings.Read(copy.OutputSettingsJson).Format,
    };
}
