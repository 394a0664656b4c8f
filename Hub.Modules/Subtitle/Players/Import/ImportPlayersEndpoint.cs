using System.Security.Claims;
using Hub.Modules.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hub.Modules.Subtitle.Players.Import;

/// <summary><c>POST /api/v1/players/import</c>: a CSV file of players as the body.</summary>
internal static class ImportPlayersEndpoint
{
    private const long LongestBody = 4 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapPost("/api/v1/players/import", HandleAsync)
            .WithName("ImportPlayers").WithTags("Manual data: players").WithSummary("Takes in a CSV file of players; bad rows are left out and named")
            .Accepts<string>("text/csv")
            .RequireAuthorization(HubRoles.Operator).WithMetadata(new RequestSizeLimitAttribute(LongestBody));

    private static async Task<Results<Ok<ImportReport>, ProblemHttpResult>> HandleAsync(
        HttpRequest request, PlayerImport import, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new MemoryStream();
            await request.Body.CopyToAsync(content, cancellationToken);
            var file = PlayerFile.Read(content.ToArray());
            return TypedResults.Ok(await import.TakeInAsync(file, user.Login(), cancellationToken));
        }
        catch (PlayerFileException exception)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "unreadable_file", "The file cannot be read", exception.Message);
        }
    }
}
