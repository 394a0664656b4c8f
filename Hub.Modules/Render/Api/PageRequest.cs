using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hub.Modules.Render.Api;

/// <summary>Which page of a list.</summary>
/// <param name="Before">Only ids below this one: <c>next</c> of the page before.</param>
/// <param name="Limit">Most items, 1 to 500; 50 when not given.</param>
internal sealed record PageRequest(int? Before, int? Limit)
{
    private const int UsualLimit = 50;
    private const int HighestLimit = 500;

    public int Size => Limit ?? UsualLimit;

    /// <summary>What is wrong with it, or null.</summary>
    public ProblemHttpResult? Problem()
        => Size is >= 1 and <= HighestLimit
            ? null
            : Problems.Of(StatusCodes.Status400BadRequest, "limit_out_of_range", "No such page size", $"limit is {Limit} and must be 1 to {HighestLimit}.");
}
