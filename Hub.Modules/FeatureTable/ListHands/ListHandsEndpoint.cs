using Hub.Modules.FeatureTable.Persistence;
using Hub.Modules.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.FeatureTable.ListHands;

/// <summary><c>GET /api/v1/hands</c>: stored hands, newest first.</summary>
internal static class ListHandsEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/api/v1/hands", HandleAsync).WithName("ListHands").WithTags("Hands").WithSummary("Hands, newest first");

    private static async Task<Results<Ok<Page<HandSummary>>, ValidationProblem>> HandleAsync(
        [AsParameters] ListHandsRequest request, FeatureTableDbContext database, CancellationToken cancellationToken)
    {
        var (filter, errors) = HandFilter.Of(request);
        if (errors.Count > 0)
            return TypedResults.ValidationProblem(errors, detail: "Correct the named query parameters.");

        var rows = await filter.Apply(database.Hands.AsNoTracking()).Take(filter.Limit + 1).ToListAsync(cancellationToken);
        var page = rows.Take(filter.Limit).Select(row => row.ToSummary()).ToList();
        return TypedResults.Ok(new Page<HandSummary>(page, Next: rows.Count > filter.Limit ? page[^1].Id : null));
    }
}
