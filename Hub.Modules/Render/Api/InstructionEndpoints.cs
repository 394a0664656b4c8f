using System.Text.Json;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Deadlines;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Api;

/// <summary>Reads instructions.</summary>
internal static class InstructionEndpoints
{
    public const string Tag = "Render instructions";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/instructions", ListAsync).WithName("ListInstructions").WithTags(Tag).WithSummary("Instructions, newest first; filters: status (several: failed,timed_out), template, stale, held");
        endpoints.MapGet("/api/v1/instructions/{id:int}", GetAsync).WithName("GetInstruction").WithTags(Tag).WithSummary("One instruction in full, with its clips");
    }

    private static async Task<Results<Ok<Page<InstructionView>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, string[]? status, string? template, bool? stale, bool? held, RenderDbContext db, QueueOutlook outlook, CancellationToken cancellationToken)
    {
        if (page.Problem() is { } problem)
            return problem;
        var statuses = (status ?? []).SelectMany(each => each.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToArray();
        if (statuses.FirstOrDefault(each => !RenderStatus.All.Contains(each)) is { } unknown)
            return Problems.Of(StatusCodes.Status400BadRequest, "unknown_status", "No such status", $"status '{unknown}' is none of {string.Join(", ", RenderStatus.All)}.");

        var rows = await db.Instructions.AsNoTracking()
            .Where(row => (page.Before == null || row.Id < page.Before) && (statuses.Length == 0 || statuses.Contains(row.Status)) && (template == null || row.TemplateName == template)
                && (stale == null || row.StaleAt != null == stale)
                && (held == null || (row.Status == RenderStatus.Pending && row.NotBefore != null && row.NotBefore == Held.Until) == held))
            .OrderByDescending(row => row.Id).Take(page.Size + 1)
            .Select(InstructionView.FromRow).ToListAsync(cancellationToken);
        var items = await WithEtaAsync(rows.Take(page.Size), outlook, cancellationToken);
        return TypedResults.Ok(new Page<InstructionView>(items, rows.Count > items.Count ? items[^1].Id : null));
    }

    private static async Task<Results<Ok<InstructionDetail>, ProblemHttpResult>> GetAsync(int id, RenderDbContext db, QueueOutlook outlook, CancellationToken cancellationToken)
    {
        if (await db.Instructions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
            return Problems.NoInstruction(id);

        var view = await db.Instructions.Where(instruction => instruction.Id == id).Select(InstructionView.FromRow).SingleAsync(cancellationToken);
        var outputs = await db.OutputViews().Where(output => output.InstructionId == id).ToListAsync(cancellationToken);
        var shown = await WithEtaAsync([view], outlook, cancellationToken);
        return TypedResults.Ok(new InstructionDetail(shown[0], Json(row.LayerDataJson), Json(row.OutputSettingsJson), row.OutputPath, row.OutputFilename, outputs));
    }

    private static async Task<List<InstructionView>> WithEtaAsync(IEnumerable<InstructionView> views, QueueOutlook outlook, CancellationToken cancellationToken)
    {
        var shown = views.ToList();
        if (!shown.Exists(view => view.Status is RenderStatus.Pending or RenderStatus.Processing))
            return shown;

        var forecast = await outlook.ReadAsync(cancellationToken);
        return shown.ConvertAll(view => view with { Eta = forecast.Of(view.Id) });
    }

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
