using Hub.Modules.Render.Api;
using Hub.Modules.Render.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Operating;

/// <summary>The answer to an operator's wish: the instruction as it is now, or what is in the way.</summary>
internal static class ActAnswer
{
    public const int LongestBody = 16 * 1024;

    public static async Task<Results<Ok<InstructionView>, ValidationProblem, ProblemHttpResult>> ForAsync(
        int id, ActOutcome outcome, RenderDbContext db, CancellationToken cancellationToken)
    {
        if (outcome.Status is null)
            return Problems.NoInstruction(id);
        if (outcome.Errors is not null)
            return Problems.NotRenderable(outcome.Errors);
        if (outcome.Refusal is not null)
            return Problems.InState(outcome.Status, outcome.Refusal);

        return TypedResults.Ok(await db.Instructions.AsNoTracking().Where(instruction => instruction.Id == id).Select(InstructionView.FromRow).SingleAsync(cancellationToken));
    }
}
