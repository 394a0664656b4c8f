using Hub.Modules.Kernel;
using Hub.Modules.Render.Api;
using Hub.Modules.Render.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hub.Modules.Render.Operating;

/// <summary><c>POST /api/v1/instructions/{id}/cancel</c>: it is not wanted any more.</summary>
internal static class CancelEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapPost("/api/v1/instructions/{id:int}/cancel", HandleAsync)
            .WithName("CancelInstruction").WithTags(InstructionEndpoints.Tag).RequireAuthorization(HubRoles.Operator)
            .WithMetadata(new RequestSizeLimitAttribute(ActAnswer.LongestBody))
            .WithSummary("Cancels a queued or running instruction; a running engine is ended within a second");

    private static async Task<Results<Ok<InstructionView>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        int id, JsonBody<CancelRequest>? body, HttpContext context, Cancellation cancellation, RenderDbContext db, CancellationToken cancellationToken)
    {
        if (body?.Problem is { } problem)
            return problem;

        var errors = new FieldErrors();
        var reason = body?.Value?.Reason?.Trim();
        if (reason?.Length > CancelRequest.LongestReason)
            errors.Add("reason", $"has {reason.Length} characters; {CancelRequest.LongestReason} are allowed.");
        if (!errors.IsEmpty)
            return errors.ToProblem();

        var outcome = await cancellation.CancelAsync(id, context.User.Login(), string.IsNullOrEmpty(reason) ? null : reason, cancellationToken);
        return await ActAnswer.ForAsync(id, outcome, db, cancellationToken);
    }
}
