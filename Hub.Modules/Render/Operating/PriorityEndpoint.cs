using Hub.Modules.Kernel;
using Hub.Modules.Render.Api;
using Hub.Modules.Render.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hub.Modules.Render.Operating;

/// <summary><c>POST /api/v1/instructions/{id}/priority</c>: sooner, or later.</summary>
internal static class PriorityEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapPost("/api/v1/instructions/{id:int}/priority", HandleAsync)
            .WithName("ChangePriority").WithTags(InstructionEndpoints.Tag).RequireAuthorization(HubRoles.Operator)
            .WithMetadata(new RequestSizeLimitAttribute(ActAnswer.LongestBody))
            .WithSummary("Changes the priority of an open instruction; what is being rendered is not disturbed");

    private static async Task<Results<Ok<InstructionView>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        int id, JsonBody<PriorityRequest> body, HttpContext context, PriorityChange change, RenderDbContext db, CancellationToken cancellationToken)
    {
        if (body.Problem is not null)
            return body.Problem;

        var errors = new FieldErrors();
        if (body.Value!.Priority is not { } priority)
            errors.Add("priority", "is missing.");
        else if (priority is < 1 or > 10)
            errors.Add("priority", $"{priority} is not between 1 (highest) and 10 (lowest).");
        else
            return await ActAnswer.ForAsync(id, await change.ChangeAsync(id, priority, context.User.Login(), cancellationToken), db, cancellationToken);

        return errors.ToProblem();
    }
}
