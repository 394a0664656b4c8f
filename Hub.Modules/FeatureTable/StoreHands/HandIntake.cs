using Hub.Modules.FeatureTable.Domain.Facts;
using Hub.Modules.FeatureTable.Persistence;
using Hub.Modules.FeatureTable.ReadExport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>Takes in what an export holds: hands that are new or newer than stored go in by batches, a transaction each.</summary>
internal sealed partial class HandIntake(IServiceScopeFactory scopes, IOptions<FeatureTableOptions> options, ILogger<HandIntake> logger)
{
    /// <summary>Returns how many hands were stored for the first time. Safe to repeat after a crash between batches.</summary>
    /// <param name="tableName">What captions call the table.</param>
    /// <param name="export">The content of the file.</param>
    /// <param name="fileWasKnown">All hands of the file had been stored once before; false makes its new hands backlog.</param>
    /// <param name="cancellationToken">Stops between two batches, or takes back the one that is open.</param>
    public async Task<int> TakeInAsync(string tableName, ExportedSession export, bool fileWasKnown, CancellationToken cancellationToken)
    {
        var session = new SessionRow { SessionId = export.Id, Type = export.Type, TableName = tableName, HandCount = export.HandCount };
        var known = await InStoreAsync(store => store.KnownHandsAsync(export.Id, cancellationToken));
        var news = export.Hands.Where(hand => known.GetValueOrDefault(hand.Identity) != hand.ContentHash).ToArray();
        var stored = 0;
        foreach (var batch in news.Chunk(options.Value.HandsPerTransaction))
        {
            var hands = batch.Select(hand => new AnalysedHand(HandFacts.Of(hand.Hand, options.Value.LongHand), hand.ContentHash)).ToArray();
            var outcome = await InStoreAsync(store => store.StoreAsync(session, hands, fileWasKnown, cancellationToken));
            stored += outcome.Stored;
            Report(export, outcome);
        }

        if (news.Length > 0)
            await InStoreAsync(store => store.CompleteAsync(session, cancellationToken));
        return stored;
    }

    /// <summary>Each step has a scope of its own: its messages leave with its own transaction.</summary>
    private async Task<T> InStoreAsync<T>(Func<HandStore, Task<T>> step)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await step(scope.ServiceProvider.GetRequiredService<HandStore>());
    }

    private void Report(ExportedSession export, StoredBatch outcome)
    {
        foreach (var (hand, tableId) in outcome.Repeated)
            NumberRepeated(logger, hand.Number, export.TableId, tableId);
        foreach (var hand in outcome.Revised)
            HandRevised(logger, hand.Number, export.TableId);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Hand number {Number} of {Session} is borne by another hand, too; this one is kept under {TableId}")]
    private static partial void NumberRepeated(ILogger logger, int number, string session, string tableId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Hand {Number} of {Session} was exported again with other content; the stored hand was brought up to it")]
    private static partial void HandRevised(ILogger logger, int number, string session);
}
