using Hub.Modules.FeatureTable.Domain.Facts;
using Hub.Modules.FeatureTable.Domain.Hands;
using Hub.Modules.FeatureTable.Persistence;
using Hub.Modules.FeatureTable.ReadExport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>Takes in what an export holds: hands not stored yet go in by batches, a transaction each; the others stay as they are.</summary>
internal sealed partial class HandIntake(IServiceScopeFactory scopes, IOptions<FeatureTableOptions> options, ILogger<HandIntake> logger)
{
    /// <summary>Returns how many hands were stored. Safe to repeat after a crash between batches.</summary>
    public async Task<int> TakeInAsync(string tableName, ExportedSession export, bool areBacklog, CancellationToken cancellationToken)
    {
        var known = await KnownHandsAsync(export.Id, cancellationToken);
        ReportChanged(export, known);

        var session = new SessionRow { SessionId = export.Id, Type = export.Type, TableName = tableName };
        var stored = 0;
        foreach (var batch in export.Hands.Where(hand => !known.ContainsKey(hand.Identity)).Chunk(options.Value.HandsPerTransaction))
        {
            var hands = batch.Select(hand => new AnalysedHand(HandFacts.Of(hand.Hand, options.Value.LongHand), hand.ContentHash)).ToArray();
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<HandStore>().StoreAsync(session, hands, areBacklog, cancellationToken);
            stored += outcome.Stored;
            foreach (var (hand, tableId) in outcome.Repeated)
                NumberRepeated(logger, hand.Number, export.TableId, tableId);
        }

        return stored;
    }

    private async Task<IReadOnlyDictionary<HandIdentity, string>> KnownHandsAsync(long sessionId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HandStore>().KnownHandsAsync(sessionId, cancellationToken);
    }

    private void ReportChanged(ExportedSession export, IReadOnlyDictionary<HandIdentity, string> known)
    {
        foreach (var hand in export.Hands.Where(hand => known.TryGetValue(hand.Identity, out var content) && content != hand.ContentHash))
            ContentChanged(logger, hand.Identity.Number, export.TableId);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Hand number {Number} of {Session} was borne by another hand before; this one is kept under {TableId}")]
    private static partial void NumberRepeated(ILogger logger, int number, string session, string tableId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Hand {Number} of {Session} is exported with other content than stored; the stored hand is kept")]
    private static partial void ContentChanged(ILogger logger, int number, string session);
}
