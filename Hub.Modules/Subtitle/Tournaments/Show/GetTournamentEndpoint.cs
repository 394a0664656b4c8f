using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.Tournaments.Show;

/// <summary><c>GET /api/v1/tournaments/{eventCode}</c>: a tournament with levels, payouts and standings.</summary>
internal static class GetTournamentEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/api/v1/tournaments/{eventCode}", HandleAsync).WithName("GetTournament").WithTags("Tournaments").WithSummary("One tournament in full");

    private static async Task<Results<Ok<TournamentDetail>, ProblemHttpResult>> HandleAsync(
        string eventCode, TournamentReader reader, SubtitleDbContext database, CancellationToken cancellationToken)
    {
        var row = await database.Tournaments.AsNoTracking().SingleOrDefaultAsync(tournament => tournament.EventCode == eventCode, cancellationToken);
        if (row is null || await reader.FindAsync(eventCode, cancellationToken) is not { } facts)
        {
            return ApiProblem.Of(
                StatusCodes.Status404NotFound, "tournament_not_found", "No such tournament", $"There is no tournament {eventCode}. /api/v1/tournaments lists those there are.");
        }

        var imported = await database.ImportedTournaments.AsNoTracking().SingleOrDefaultAsync(tournament => tournament.EventCode == eventCode, cancellationToken);
        var moments = await database.TournamentMoments.AsNoTracking().Where(moment => moment.EventCode == eventCode).OrderByDescending(moment => moment.SeenAt).ToListAsync(cancellationToken);
        return TypedResults.Ok(new TournamentDetail
        {
            Tournament = row.ToSummary(imported),
            Fee = facts.Fee,
            StartingChips = facts.StartingChips,
            Levels = facts.Levels,
            Payouts = facts.Payouts,
            Standings = facts.Standings,
            Moments = moments.ConvertAll(moment => new MomentView(moment.TriggerType, moment.TriggerId, moment.SeenAt)),
        });
    }
}
