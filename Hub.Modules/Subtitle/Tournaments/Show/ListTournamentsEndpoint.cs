using Hub.Modules.Subtitle.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.Tournaments.Show;

/// <summary><c>GET /api/v1/tournaments</c>: tournaments, last changed first.</summary>
internal static class ListTournamentsEndpoint
{
    /// <summary>A series has some hundred; whoever has more looks at those that change.</summary>
    private const int Most = 1000;

    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/api/v1/tournaments", HandleAsync).WithName("ListTournaments").WithTags("Tournaments").WithSummary("Tournaments, last changed first");

    private static async Task<Ok<List<TournamentSummary>>> HandleAsync(SubtitleDbContext database, CancellationToken cancellationToken)
    {
        var rows = await database.Tournaments.AsNoTracking()
            .OrderByDescending(row => row.UpdatedAt).ThenBy(row => row.EventCode)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var imported = await database.ImportedTournaments.AsNoTracking().Where(tournament => tournament.EventCode != null).ToDictionaryAsync(tournament => tournament.EventCode!, cancellationToken);
        return TypedResults.Ok(rows.ConvertAll(row => row.ToSummary(imported.GetValueOrDefault(row.EventCode))));
    }
}
