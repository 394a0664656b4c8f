using System.Security.Claims;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Api;
using Hub.Modules.Render.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Retention;

/// <summary><c>POST /api/v1/outputs/{id}/on-air</c>: keeps a clip from being removed or replaced, or lets go of it.</summary>
internal static partial class OnAirEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapPost("/api/v1/outputs/{id:int}/on-air", HandleAsync)
            .WithName("MarkOnAir").WithTags("Render outputs").RequireAuthorization(HubRoles.Operator)
            .WithSummary("Marks a clip as on air, or takes the mark off; a marked one is never removed or replaced");

    private static async Task<Results<Ok<OutputView>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        int id, JsonBody<OnAirRequest> body, ClaimsPrincipal user, OnAirMark mark, RenderDbContext db, ILogger<OnAirMark> logger, CancellationToken cancellationToken)
    {
        if (body.Problem is not null)
        {
            return body.Problem;
        }

        var (onAir, login) = (body.Value!.OnAir, user.Login());
        switch (await mark.SetAsync(id, onAir, login, cancellationToken))
        {
            case MarkOutcome.NotFound:
                return Problems.NoOutput(id);
            case MarkOutcome.Removed:
                return Problems.ClipRemoved(id);
            default:
                Marked(logger, id, onAir, login);
                return TypedResults.Ok(await db.OutputViews().SingleAsync(output => output.Id == id, cancellationToken));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Clip {OutputId}: on air {OnAir}, by {Login}")]
    private static partial void Marked(ILogger logger, int outputId, bool onAir, string login);
}
