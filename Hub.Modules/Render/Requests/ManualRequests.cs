using Hub.Contracts.Render;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Api;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Posters;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Requests;

/// <summary>Stores what a person asked for and, where there is room, sends its ticket out in the same transaction.</summary>
internal sealed class ManualRequests(RenderDbContext db, RequestStore requests, TicketDispatcher dispatcher, PosterQueue posters)
{
    /// <returns>The instruction; null when the same key asked for another clip before.</returns>
    public async Task<RequestedInstruction?> AddAsync(RequestRender request, RequestVerdict verdict, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await requests.StoreAsync(request, verdict, cancellationToken) is not [var added])
        {
            return await FindAsync(request, verdict, cancellationToken);
        }

        await dispatcher.FillWindowAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        // A commit that has begun is not cancelled: nobody would know its outcome.
        await transaction.CommitAsync(CancellationToken.None);
        KillPoint.Pass("request-stored");
        posters.Add(added);
        return new RequestedInstruction(added.Id, IsNew: true);
    }

    private async Task<RequestedInstruction?> FindAsync(RequestRender request, RequestVerdict verdict, CancellationToken cancellationToken)
    {
        var known = await db.Instructions.AsNoTracking()
            .FirstOrDefaultAsync(row => row.TriggerType == request.TriggerType && row.TriggerId == request.TriggerId && row.RequestNo == request.RequestNo, cancellationToken);
        return known is not null && known.TemplateName == request.TemplateName && known.OutputFilename == verdict.OutputFilename
            && HasSame(LayerData.Read(known.LayerDataJson), request.Fields)
            && OutputSettings.Read(known.OutputSettingsJson) == OutputSettings.Read(verdict.OutputSettingsJson)
                ? new RequestedInstruction(known.Id, IsNew: false)
                : null;
    }

    private static bool HasSame(IReadOnlyDictionary<string, string> known, IReadOnlyDictionary<string, string> asked)
        => known.Count == asked.Count && known.All(field => asked.TryGetValue(field.Key, out var value) && value == field.Value);
}
