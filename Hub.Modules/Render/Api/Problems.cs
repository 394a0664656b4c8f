using Hub.Modules.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hub.Modules.Render.Api;

/// <summary>Error answers (RFC 9457) with a <c>code</c> that programs may rely on.</summary>
internal static class Problems
{
    public static ProblemHttpResult Of(int status, string code, string title, string detail)
        => TypedResults.Problem(statusCode: status, title: title, detail: detail, extensions: [KeyValuePair.Create("code", (object?)code)]);

    public static ProblemHttpResult NoInstruction(int id)
        => Of(StatusCodes.Status404NotFound, "instruction_not_found", "No such instruction", $"There is no instruction {id}. /api/v1/instructions lists those there are.");

    /// <summary>What was asked cannot be done to what the instruction has become; <c>state</c> says what that is.</summary>
    public static ProblemHttpResult InState(string state, string detail)
        => TypedResults.Problem(
            statusCode: StatusCodes.Status409Conflict,
            title: $"It is {state}",
            detail: detail,
            extensions: [KeyValuePair.Create("code", (object?)"wrong_state"), KeyValuePair.Create("state", (object?)state)]);

    public static ProblemHttpResult NotRenderable(FieldErrors errors)
        => TypedResults.Problem(new HttpValidationProblemDetails(errors.All.ToDictionary())
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Title = "This cannot be rendered",
            Detail = "Correct what is named and send it again. Nothing was queued.",
            Extensions = { ["code"] = "not_renderable" },
        });

    public static ProblemHttpResult ClipRemoved(int id)
        => Of(StatusCodes.Status410Gone, "clip_removed", "The clip is kept no longer",
            $"The file of output {id} was removed for its age or for want of room. POST /api/v1/instructions/{{id}}/render-again makes another one.");

    public static ProblemHttpResult NoOutput(int id)
        => Of(StatusCodes.Status404NotFound, "output_not_found", "No such output", $"There is no output {id}. /api/v1/outputs lists those there are.");
}
