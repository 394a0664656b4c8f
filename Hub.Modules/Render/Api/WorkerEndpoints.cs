using Hub.Modules.Render.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Api;

/// <summary><c>GET /api/v1/workers</c>: who renders, and what.</summary>
internal static class WorkerEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/api/v1/workers", ListAsync).WithName("ListWorkers").WithTags("Render workers").WithSummary("Workers and what they render");

    private static async Task<Ok<List<WorkerView>>> ListAsync(RenderDbContext db, CancellationToken cancellationToken)
    {
        var workers = await db.Workers.AsNoTracking().OrderBy(worker => worker.Name)
            .Select(worker => new
            {
                Worker = worker,
                Instructions = db.Leases.Where(lease => lease.WorkerId == worker.Id).OrderBy(lease => lease.InstructionId).Select(lease => lease.InstructionId).ToList(),
            })
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(workers.ConvertAll(row => new WorkerView(
            row.Worker.Name, row.Worker.Slots, row.Worker.Trouble, row.Instructions.Count, row.Instructions, row.Worker.StartedAt, row.Worker.LastSeenAt)));
    }
}
