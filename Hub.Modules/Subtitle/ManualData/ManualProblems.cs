using Hub.Modules.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hub.Modules.Subtitle.ManualData;

/// <summary>Why a request about manual data was not carried out.</summary>
internal static class ManualProblems
{
    public static ProblemHttpResult NotFound(string name, string words, string path, int id)
        => ApiProblem.Of(StatusCodes.Status404NotFound, $"{name}_not_found", $"No such {words}", $"There is no {words} {id}. /api/v1/{path} lists those there are.");

    public static ProblemHttpResult Taken(string name, string words)
        => ApiProblem.Of(StatusCodes.Status409Conflict, $"{name}_exists", $"There is such a {words} already", "Change or delete the one there is. Capitals and blanks make no difference between names.");

    public static ProblemHttpResult ChangedMeanwhile(string words)
        => ApiProblem.Of(StatusCodes.Status412PreconditionFailed, "changed_meanwhile", $"The {words} was changed meanwhile", "Get it again, and repeat the change on what is there now.");

    public static ProblemHttpResult LimitOutOfRange(int limit, int highest)
        => ApiProblem.Of(StatusCodes.Status400BadRequest, "limit_out_of_range", "No such page size", $"limit is {limit} and must be 1 to {highest}.");
}
