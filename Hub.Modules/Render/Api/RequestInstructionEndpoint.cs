using Hub.Modules.Kernel;
using Hub.Modules.Render.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hub.Modules.Render.Api;

/// <summary><c>POST /api/v1/instructions</c>: asks for a clip. Refused with every reason before anything is queued.</summary>
internal static class RequestInstructionEndpoint
{
    private const long LongestBody = 256 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapPost("/api/v1/instructions", RequestAsync)
            .WithName("RequestInstruction").WithTags(InstructionEndpoints.Tag)
            .WithSummary("Asks for a clip; with an Idempotency-Key, asking again makes no second one")
            .RequireAuthorization(HubRoles.Operator).WithMetadata(new RequestSizeLimitAttribute(LongestBody));

    private static async Task<Results<Created<RequestedInstruction>, Ok<RequestedInstruction>, ValidationProblem, ProblemHttpResult>> RequestAsync(
        JsonBody<InstructionRequest> body,
        [FromHeader(Name = IdempotencyKey.Header)] string? key,
        InstructionReader reader,
        ManualRequests requests,
        CancellationToken cancellationToken)
    {
        if (body.Problem is not null)
            return body.Problem;
        if (IdempotencyKey.ProblemOf(key) is { } problem)
            return problem;

        var errors = new FieldErrors();
        if (reader.Read(body.Value!, key ?? $"{Guid.NewGuid():N}", errors) is not var (request, verdict))
            return Problems.NotRenderable(errors);

        return await requests.AddAsync(request, verdict, cancellationToken) switch
        {
            null => Problems.Of(
                StatusCodes.Status422UnprocessableEntity, "idempotency_key_reused", "Key used before", $"The Idempotency-Key '{key}' has asked for another clip before. Use a new key for each clip."),
            { IsNew: true } added => TypedResults.Created($"/api/v1/instructions/{added.Id}", added),
            { } known => TypedResults.Ok(known),
        };
    }
}
