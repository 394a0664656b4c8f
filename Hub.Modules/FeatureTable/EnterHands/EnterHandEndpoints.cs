using System.Globalization;
using System.Security.Claims;
using Hub.Modules.FeatureTable.ListHands;
using Hub.Modules.FeatureTable.Persistence;
using Hub.Modules.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.FeatureTable.EnterHands;

/// <summary><c>POST /api/v1/hands</c> and <c>PUT /api/v1/hands/{id}</c>: a hand that the readers did not get.</summary>
internal static class EnterHandEndpoints
{
    private const long LongestBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Writes(endpoints.MapPost("/api/v1/hands", AddAsync)).WithName("EnterHand").WithSummary("Enters a hand that the readers did not get; force enters one they did");
        Writes(endpoints.MapPut("/api/v1/hands/{id:int}", CorrectAsync)).WithName("CorrectHand").WithSummary("Corrects a hand that was entered by hand");
    }

    private static RouteHandlerBuilder Writes(RouteHandlerBuilder endpoint)
        => endpoint.WithTags("Hands").RequireAuthorization(HubRoles.Operator).WithMetadata(new RequestSizeLimitAttribute(LongestBody));

    private static async Task<Results<Created<HandDetail>, ValidationProblem, ProblemHttpResult>> AddAsync(
        JsonBody<ManualHand> body, bool? force, ManualHandEntry entry, ClaimsPrincipal user, FeatureTableDbContext database, HttpResponse response, CancellationToken cancellationToken)
    {
        if (body.Problem is { } unreadable)
            return unreadable;

        var (outcome, errors) = await entry.AddAsync(body.Value!, force ?? false, user.Login(), cancellationToken);
        if (outcome is null)
            return errors.ToProblem();
        if (outcome.Answer != ManualHandAnswer.Stored)
            return Refuse(outcome, outcome.Hand!.Id);

        var detail = await DetailAsync(outcome.Hand!.Id, database, response, cancellationToken);
        return TypedResults.Created($"/api/v1/hands/{detail.Hand.Id}", detail);
    }

    private static async Task<Results<Ok<HandDetail>, ValidationProblem, ProblemHttpResult>> CorrectAsync(
        int id, JsonBody<ManualHand> body, [FromHeader(Name = "If-Match")] string? ifMatch, ManualHandEntry entry, ClaimsPrincipal user, FeatureTableDbContext database, HttpResponse response, CancellationToken cancellationToken)
    {
        if (body.Problem is { } unreadable)
            return unreadable;

        var (outcome, errors) = await entry.CorrectAsync(id, body.Value!, RevisionOf(ifMatch), user.Login(), cancellationToken);
        if (outcome is null)
            return errors.ToProblem();

        return outcome.Answer == ManualHandAnswer.Stored ? TypedResults.Ok(await DetailAsync(id, database, response, cancellationToken)) : Refuse(outcome, id);
    }

    private static async Task<HandDetail> DetailAsync(int id, FeatureTableDbContext database, HttpResponse response, CancellationToken cancellationToken)
    {
        // Read again: the database sets updated_at.
        var row = await database.Hands.AsNoTracking().SingleAsync(hand => hand.Id == id, cancellationToken);
        response.Headers.ETag = $"\"{row.Revision}\"";
        return row.ToDetail();
    }

    private static ProblemHttpResult Refuse(ManualHandOutcome outcome, int id) => outcome.Answer switch
    {
        ManualHandAnswer.NotFound => ApiProblem.Of(
            StatusCodes.Status404NotFound, "hand_not_found", "No such hand", $"There is no hand {id}. /api/v1/hands lists those there are."),
        ManualHandAnswer.NumberTaken => ApiProblem.Of(
            StatusCodes.Status409Conflict, "hand_exists", "This hand was entered already", $"It is hand {id}; correct it with PUT /api/v1/hands/{id}."),
        ManualHandAnswer.ReadFromTable => ApiProblem.Of(
            StatusCodes.Status409Conflict, "hand_from_rfid", "The readers got this hand", $"It is hand {id} from PokerGFX. If this is another one all the same, enter it with ?force=true."),
        ManualHandAnswer.NotManual => ApiProblem.Of(
            StatusCodes.Status409Conflict, "hand_not_manual", "This hand was not entered here", $"Its source is {outcome.Hand?.Source}. What PokerGFX exports is corrected there; names and countries by overrides."),
        ManualHandAnswer.ChangedMeanwhile => ApiProblem.Of(
            StatusCodes.Status412PreconditionFailed, "changed_meanwhile", "The hand was corrected meanwhile", "Get it again, and repeat the correction on what is there now."),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.Answer, "Not a refusal."),
    };

    /// <summary>A revision that no hand has when the header is none of ours: it matches nothing.</summary>
    private static int? RevisionOf(string? ifMatch) => ifMatch switch
    {
        null or "" or "*" => null,
        _ => int.TryParse(ifMatch.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0,
    };
}
