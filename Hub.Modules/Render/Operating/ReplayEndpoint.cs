using Hub.Modules.Kernel;
using Hub.Modules.Render.Api;
using Hub.Modules.Render.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hub.Modules.Render.Operating;

/// <summary><c>POST /api/v1/instructions/{id}/replay</c>: a dead letter once more.</summary>
internal static class ReplayEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapPost("/api/v1/instructions/{id:int}/replay", HandleAsync)
            .WithName("ReplayInstruction").WithTags(InstructionEndpoints.Tag).RequireAuthorization(HubRoles.Operator)
            .WithSummary("Sends a failed, timed out, cancelled or held instruction back into the queue, with all its retries");

    private static async Task<Results<Ok<InstructionView>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        int id, HttpContext context, Replay replay, RenderDbContext db, CancellationToken cancellationToken)
        => await ActAnswer.ForAsync(id, await replay.ReplayAsync(id, context.User.Login(), cancellationToken), db, cancellationToken);
}
