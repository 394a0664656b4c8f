using System.Text.Json.Serialization;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Api;

/// <summary>v1's <c>GET /pending</c>: how many wait, and the first 20 of them.</summary>
internal static class PendingEndpoint
{
    private const int Shown = 20;

    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/pending", HandleAsync).WithName("ListPending").WithTags("As in v1").WithSummary("Instructions that wait");

    private static async Task<Ok<PendingList>> HandleAsync(RenderDbContext db, CancellationToken cancellationToken)
    {
        var pending = db.Instructions.AsNoTracking().Where(row => row.Status == RenderStatus.Pending);
        var first = await pending.OrderBy(row => row.Priority).ThenBy(row => row.CreatedAt).ThenBy(row => row.Id).Take(Shown)
            .Select(row => new PendingInstruction(row.Id, row.TemplateName, row.Priority, row.CreatedAt)).ToListAsync(cancellationToken);
        return TypedResults.Ok(new PendingList(await pending.LongCountAsync(cancellationToken), first));
    }

    /// <summary>v1's answer, with v1's names.</summary>
    internal sealed record PendingList(
        [property: JsonPropertyName("count")] long Count,
        [property: JsonPropertyName("instructions")] IReadOnlyList<PendingInstruction> Instructions);

    /// <summary>A waiting instruction, with v1's names.</summary>
    internal sealed record PendingInstruction(
        [property: JsonPropertyName("id")] int Id,
        [property: JsonPropertyName("template_name")] string TemplateName,
        [property: JsonPropertyName("priority")] int? Priority,
        [property: JsonPropertyName("created_at")] DateTimeOffset? CreatedAt);
}
