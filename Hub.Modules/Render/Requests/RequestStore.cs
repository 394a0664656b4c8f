using Hub.Contracts.Render;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Requests;

/// <summary>
/// Adds instructions, and brings known ones up to a later revision; the same or an earlier one again changes nothing. Runs in the
/// caller's transaction. A revision that races with a claim waits for the row: whoever is second sees what the first has done.
/// </summary>
internal sealed class RequestStore(RenderDbContext db, TimeProvider clock)
{
    private const int HighestPriority = 1;
    private const int LowestPriority = 10;

    /// <returns>The instructions that the request has added or changed; none when it is out of date.</returns>
    public async Task<IReadOnlyList<RenderInstruction>> StoreAsync(RequestRender request, RequestVerdict verdict, CancellationToken cancellationToken)
    {
        var revision = new RequestRevision(
            request.Revision, StoredText.Of(LayerData.Write(request.Fields)), verdict.Stored(), request.WithdrawnBecause is { } because ? StoredText.Of(because) : null);
        return await AddAsync(request, revision, cancellationToken) is { } added ? [added] : await ReviseAsync(request, revision, cancellationToken);
    }

    private async Task<RenderInstruction?> AddAsync(RequestRender request, RequestRevision revision, CancellationToken cancellationToken)
    {
        var verdict = revision.Verdict;
        var reason = revision.WithdrawnBecause is null ? verdict.Complaint : $"withdrawn: {revision.WithdrawnBecause}";
        var status = (revision.WithdrawnBecause, verdict.Complaint) switch
        {
            (not null, _) => RenderStatus.Cancelled,
            (_, not null) => RenderStatus.Failed,
            _ => RenderStatus.Pending,
        };
        var added = await db.Instructions.FromSql(
            $"""
             INSERT INTO public.render_instructions (
               template_name, template_version, layer_data_json, output_settings_json, output_filename, status, error_message, completed_at,
               priority, is_backlog, needed_at, revision, is_withdrawn, trigger_type, trigger_id, subject, request_no)
             VALUES (
               {StoredText.Of(request.TemplateName, 100)}, {verdict.TemplateVersion}, {revision.FieldsJson}::jsonb, {verdict.OutputSettingsJson}::jsonb, {verdict.OutputFilename},
               {status}, {reason}, CASE WHEN {status} <> {RenderStatus.Pending} THEN now() END,
               {Math.Clamp(request.Priority, HighestPriority, LowestPriority)}, {request.IsBacklog}, {request.NeededAt?.ToUniversalTime()}, {revision.Number}, {revision.WithdrawnBecause is not null},
               {StoredText.Of(request.TriggerType, 50)}, {StoredText.Of(request.TriggerId, 100)}, {StoredText.Of(request.Subject, 50)}, {request.RequestNo})
             ON CONFLICT (trigger_type, trigger_id, template_name, subject, request_no) WHERE request_no IS NOT NULL DO NOTHING
             RETURNING *
             """).ToListAsync(cancellationToken);
        return added.SingleOrDefault();
    }

    private async Task<IReadOnlyList<RenderInstruction>> ReviseAsync(RequestRender request, RequestRevision revision, CancellationToken cancellationToken)
    {
        var original = (await db.Instructions.FromSql(
            $"""
             SELECT * FROM public.render_instructions
             WHERE trigger_type = {StoredText.Of(request.TriggerType, 50)} AND trigger_id = {StoredText.Of(request.TriggerId, 100)}
               AND template_name = {StoredText.Of(request.TemplateName, 100)} AND subject = {StoredText.Of(request.Subject, 50)} AND request_no = {request.RequestNo}
             FOR NO KEY UPDATE
             """).ToListAsync(cancellationToken)).Single();
        // A statement of its own: whoever has it rendered again holds the original while he does.
        var copies = await db.Instructions
            .FromSql($"SELECT * FROM public.render_instructions WHERE again_of = {original.Id} ORDER BY id FOR NO KEY UPDATE")
            .ToListAsync(cancellationToken);
        var outdated = copies.Prepend(original).Where(instruction => instruction.Revision < revision.Number).ToList();
        outdated.ForEach(instruction => revision.ApplyTo(instruction, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return outdated;
    }
}
