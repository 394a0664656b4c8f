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

    public static ProblemHttpResult NoOutput(int id)
        => Of(StatusCodes.Status404NotFound, "output_not_found", "No such output", $"There is no output {id}. /api/v1/outputs lists those there are.");
}
