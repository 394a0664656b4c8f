using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Posters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Hub.Modules.Render.Api;

/// <summary><c>GET /api/v1/instructions/{id}/poster.png</c>: what the clip will look like, with transparency.</summary>
internal static class PosterEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/api/v1/instructions/{id:int}/poster.png", GetAsync)
            .WithName("GetPoster").WithTags(InstructionEndpoints.Tag).WithSummary("A picture of the clip with its present texts; drawn on demand where there is none yet");

    private static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> GetAsync(
        int id, RenderDbContext db, PosterStore posters, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await db.Instructions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
            return Problems.NoInstruction(id);

        try
        {
            var poster = await posters.GetAsync(PosterSubject.Of(row), cancellationToken);
            // The texts may be corrected: a browser asks each time, and is answered "not modified" while they are not.
            response.Headers.CacheControl = "no-cache";
            return TypedResults.PhysicalFile(poster, "image/png", entityTag: new EntityTagHeaderValue($"\"{Path.GetFileNameWithoutExtension(poster)}\""));
        }
        catch (PosterException exception)
        {
            return Problems.Of(StatusCodes.Status404NotFound, "no_poster", "No poster", exception.Message);
        }
    }
}
