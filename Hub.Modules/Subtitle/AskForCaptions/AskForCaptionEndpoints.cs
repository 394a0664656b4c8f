using System.Security.Claims;
using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.DecideCaptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hub.Modules.Subtitle.AskForCaptions;

/// <summary>Captions that a person asks for: what there is, what it would say, and the order itself.</summary>
internal static class AskForCaptionEndpoints
{
    private const string Path = "/api/v1/captions";
    private const string Tag = "Captions";
    private const int LongestKey = 200;
    private const long LongestBody = 64 * 1024;

    public static void MapAskForCaptions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet($"{Path}/compositions", ListCompositions)
            .WithName("ListCompositions").WithTags(Tag).WithSummary("The compositions that can be asked for, with their fields and options");
        endpoints.MapPost($"{Path}/preview", PreviewAsync).WithMetadata(new RequestSizeLimitAttribute(LongestBody))
            .WithName("PreviewCaption").WithTags(Tag).WithSummary("The texts that a caption would have; renders nothing");
        endpoints.MapPost(Path, AskAsync).WithMetadata(new RequestSizeLimitAttribute(LongestBody)).RequireAuthorization(HubRoles.Operator)
            .WithName("AskForCaption").WithTags(Tag).WithSummary("Asks for a caption; the same again is rendered again, unless the Idempotency-Key is the same, too");
    }

    private static Ok<IReadOnlyList<CompositionView>> ListCompositions()
        => TypedResults.Ok<IReadOnlyList<CompositionView>>([.. Compositions.All.Select(CompositionView.From)]);

    private static async Task<Results<Ok<CaptionPreview>, ValidationProblem, ProblemHttpResult>> PreviewAsync(
        JsonBody<CaptionDemand> body, DemandedOrders demands, CaptionWriter writer, CancellationToken cancellationToken)
    {
        var (order, problem) = await demands.ReadAsync(body, cancellationToken);
        if (order is null)
            return problem!;

        try
        {
            return TypedResults.Ok(new CaptionPreview(order.Template, (await writer.WriteAsync(order, moment: null, cancellationToken)).Fields));
        }
        catch (CaptionException exception)
        {
            return NotWritten(exception);
        }
    }

    private static async Task<Results<Accepted<AskedCaptionView>, ValidationProblem, ProblemHttpResult>> AskAsync(
        JsonBody<CaptionDemand> body,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        DemandedOrders demands,
        AskedCaptions captions,
        ClaimsPrincipal user,
        CancellationToken cancellationToken)
    {
        if (idempotencyKey?.Length > LongestKey)
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "idempotency_key_too_long", "The Idempotency-Key is too long", $"It may have {LongestKey} characters.");

        var (order, problem) = await demands.ReadAsync(body, cancellationToken);
        if (order is null)
            return problem!;

        try
        {
            return await captions.AskAsync(order, user.Login(), string.IsNullOrWhiteSpace(idempotencyKey) ? null : idempotencyKey, cancellationToken) is { } asked
                ? TypedResults.Accepted(AskedCaptionView.InstructionsOf(asked.Template), AskedCaptionView.From(asked))
                : ApiProblem.Of(
                    StatusCodes.Status422UnprocessableEntity, "idempotency_key_reused", "The Idempotency-Key has stood for another caption", "Give each request a key of its own.");
        }
        catch (CaptionException exception)
        {
            return NotWritten(exception);
        }
    }

    private static ProblemHttpResult NotWritten(CaptionException exception)
        => ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "caption_not_written", "The caption could not be written", exception.Message);
}
