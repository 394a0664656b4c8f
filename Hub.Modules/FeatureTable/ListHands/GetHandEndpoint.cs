using Hub.Modules.FeatureTable.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.FeatureTable.ListHands;

/// <summary><c>GET /api/v1/hands/{id}</c>: one hand with players, actions and warnings.</summary>
internal static class GetHandEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/api/v1/hands/{id:int}", HandleAsync).WithName("GetHand").WithTags("Hands").WithSummary("One hand in full");

    private static async Task<Results<Ok<HandDetail>, ProblemHttpResult>> HandleAsync(int id, FeatureTableDbContext database, CancellationToken cancellationToken)
        => await database.Hands.AsNoTracking().SingleOrDefaultAsync(hand => hand.Id == id, cancellationToken) is { } row
            ? TypedResults.Ok(row.ToDetail())
            : TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "No such hand", detail: $"There is no hand with id {id}. /api/v1/hands lists the hands there are.");
}
