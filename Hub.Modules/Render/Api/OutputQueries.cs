using Hub.Modules.Render.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Api;

/// <summary>Outputs as the API shows them, newest first.</summary>
internal static class OutputQueries
{
    public static IQueryable<OutputView> OutputViews(this RenderDbContext db)
        => db.Outputs.AsNoTracking()
            .Join(db.Instructions, output => output.InstructionId, instruction => instruction.Id, OutputView.FromRows)
            .OrderByDescending(output => output.Id);
}
