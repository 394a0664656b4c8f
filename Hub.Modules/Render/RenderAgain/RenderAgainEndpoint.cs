using Hub.Modules.Kernel;
using Hub.Modules.Render.Api;
using Hub.Modules.Render.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.RenderAgain;

/// <summary><c>POST /api/v1/instructions/{id}/render-again</c>: a clip with what its caption says now.</summary>
internal static class RenderAgainEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapPost("/api/v1/instructions/{id:int}/render-again", HandleAsync)
            .WithName("RenderAgain").WithTags("Render instructions").RequireAuthorization(HubRoles.Operator)
            .WithSummary("Renders it again with its newest texts, as a new instruction; asked again while that waits, or with the same Idempotency-Key, it is the same one");

    private static async Task<Results<Accepted<InstructionView>, ProblemHttpResult>> HandleAsync(
        int id, [FromHeader(Name = IdempotencyKey.Header)] string? key, RenderedAgain again, RenderDbContext db, CancellationToken cancellationToken)
    {
        if (IdempotencyKey.ProblemOf(key) is { } problem)
            return problem;

        var outcome = await again.AddAsync(id, key, cancellationToken);
        if (outcome.InstructionId is not { } made)
        {
            return outcome.Refusal is { } reason
                ? Problems.Of(StatusCodes.Status409Conflict, "not_rendered_again", "It cannot be rendered again", reason)
                : Problems.NoInstruction(id);
        }

        var view = await db.Instructions.Where(instruction => instruction.Id == made).Select(InstructionView.FromRow).SingleAsync(cancellationToken);
        return TypedResults.Accepted($"/api/v1/instructions/{made}", view);
    }
}
