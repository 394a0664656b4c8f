using Hub.Contracts.Render;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Requests;

/// <summary>Adds instructions; the same request again adds nothing.</summary>
internal sealed class RequestStore(RenderDbContext db)
{
    private const int HighestPriority = 1;
    private const int LowestPriority = 10;

    /// <returns>The new instruction's id, or null when the request is known already.</returns>
    public async Task<int?> AddAsync(RequestRender request, RequestVerdict verdict, CancellationToken cancellationToken)
    {
        var status = verdict.Complaint is null ? RenderStatus.Pending : RenderStatus.Failed;
        var added = await db.Database.SqlQuery<int>(
            $"""
             INSERT INTO public.render_instructions (
               template_name, template_version, layer_data_json, output_settings_json, status, error_message, completed_at,
               priority, is_backlog, trigger_type, trigger_id, subject, request_no)
             VALUES (
               {Storable(request.TemplateName, 100)}, {verdict.TemplateVersion}, {Storable(LayerData.Write(request.Fields))}::jsonb, {verdict.OutputSettingsJson}::jsonb,
               {status}, {(verdict.Complaint is { } complaint ? Storable(complaint) : null)}, CASE WHEN {status} = {RenderStatus.Failed} THEN now() END,
               {Math.Clamp(request.Priority, HighestPriority, LowestPriority)}, {request.IsBacklog},
               {Storable(request.TriggerType, 50)}, {Storable(request.TriggerId, 100)}, {Storable(request.Subject, 50)}, {request.RequestNo})
             ON CONFLICT (trigger_type, trigger_id, template_name, subject, request_no) WHERE request_no IS NOT NULL DO NOTHING
             RETURNING id AS "Value"
             """).ToListAsync(cancellationToken);
        return added.Count == 0 ? null : added[0];
    }

    /// <summary>A request that breaks the limits of the columns is stored as failed, cut to what they hold.</summary>
    private static string Storable(string text, int length = int.MaxValue)
    {
        var clean = text.Replace('\0', '\uFFFD').Replace("\\u0000", "\\ufffd", StringComparison.Ordinal);
        return clean.Length <= length ? clean : clean[..length];
    }
}
