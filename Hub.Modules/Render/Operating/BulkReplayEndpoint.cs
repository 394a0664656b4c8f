using Hub.Modules.Kernel;
using Hub.Modules.Render.Api;
using Hub.Modules.Render.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hub.Modules.Render.Operating;

/// <summary><c>POST /api/v1/instructions/replay</c>: all dead letters that meet a condition.</summary>
internal static class BulkReplayEndpoint
{
    private static readonly string[] Usual = [RenderStatus.Failed, RenderStatus.TimedOut];
    private static readonly string[] Allowed = [RenderStatus.Failed, RenderStatus.TimedOut, RenderStatus.Cancelled, BulkReplay.HeldStatus];

    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapPost("/api/v1/instructions/replay", HandleAsync)
            .WithName("ReplayInstructions").WithTags(InstructionEndpoints.Tag).RequireAuthorization(HubRoles.Operator)
            .WithMetadata(new RequestSizeLimitAttribute(ActAnswer.LongestBody))
            .WithSummary($"Replays what has failed or timed out, by status, template and time, up to {BulkReplay.Most} at a time, oldest first");

    private static async Task<Results<Ok<BulkReplayResult>, ValidationProblem>> HandleAsync(
        JsonBody<BulkReplayRequest> body, HttpContext context, BulkReplay replay, CancellationToken cancellationToken)
    {
        if (body.Problem is not null)
            return body.Problem;

        var errors = new FieldErrors();
        var statuses = body.Value!.Status ?? Usual;
        if (statuses.Count == 0)
            errors.Add("status", $"is empty; leave it out, or name some of {string.Join(", ", Allowed)}.");
        foreach (var status in statuses.Except(Allowed, StringComparer.Ordinal))
            errors.Add("status", $"'{status}' is none of {string.Join(", ", Allowed)}.");
        if (!errors.IsEmpty)
            return errors.ToProblem();

        return TypedResults.Ok(await replay.ReplayAsync([.. statuses], body.Value.Template, body.Value.Since?.ToUniversalTime(), context.User.Login(), cancellationToken));
    }
}
