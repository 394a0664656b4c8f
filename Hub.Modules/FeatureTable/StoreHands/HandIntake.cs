using Hub.Modules.FeatureTable.Domain.Facts;
using Hub.Modules.FeatureTable.Domain.Hands;
using Hub.Modules.FeatureTable.ReadExport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>Takes in what an export holds: hands that are new or newer than stored go in by batches, a transaction each.</summary>
internal sealed partial class HandIntake(IServiceScopeFactory scopes, IOptions<FeatureTableOptions> options, TimeProvider clock, ILogger<HandIntake> logger)
{
    /// <summary>Returns how many hands were stored for the first time. Safe to repeat after a crash between batches.</summary>
    /// <param name="copy">What was found.</param>
    /// <param name="cancellationToken">Stops between two batches, or takes back the one that is open.</param>
    public async Task<int> TakeInAsync(ExportCopy copy, CancellationToken cancellationToken)
    {
        var known = await InStoreAsync(store => store.KnownHandsAsync(copy.Export.Id, cancellationToken));
        var liveSince = clock.GetUtcNow() - options.Value.LiveFor;
        var stored = 0;
        // A copy without news still tells how far the session has come, and what was called off.
        foreach (var batch in News(copy, known).Chunk(options.Value.HandsPerTransaction).DefaultIfEmpty([]))
        {
            var hands = batch.Select(hand => new AnalysedHand(HandFacts.Of(hand.Hand, options.Value.LongHand), hand.ContentHash)).ToArray();
            var outcome = await InStoreAsync(store => store.StoreAsync(copy, hands, liveSince, cancellationToken));
            stored += outcome.Stored.Count;
            Report(copy.Export, outcome);
        }

        return stored;
    }

    /// <summary>Hands of which the copy says something that is not stored.</summary>
    private static IEnumerable<ParsedHand> News(ExportCopy copy, IReadOnlyDictionary<HandIdentity, KnownHand> known)
        => copy.Export.Hands.Where(hand => !known.TryGetValue(hand.Identity, out var stored) || stored.ContentHash != hand.ContentHash || stored.IsCalledOff);

    /// <summary>Each step has a scope of its own: its messages leave with its own transaction.</summary>
    private async Task<T> InStoreAsync<T>(Func<HandStore, Task<T>> step)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await step(scope.ServiceProvider.GetRequiredService<HandStore>());
    }

    private void Report(ExportedSession export, StoredBatch outcome)
    {
        foreach (var row in outcome.Stored.Where(row => row.CalledOffAt is null && row.TableId != export.TableId))
            NumberRepeated(logger, row.HandNumber, export.TableId, row.TableId);
        foreach (var row in outcome.CalledOff)
            HandCalledOff(logger, row.HandNumber, export.TableId, row.TableId);
        foreach (var row in outcome.Revised)
            HandRevised(logger, row.HandNumber, export.TableId);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Hand number {Number} of {Session} is borne by another hand, too; this one is kept under {TableId}")]
    private static partial void NumberRepeated(ILogger logger, int number, string session, string tableId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Hand {Number} of {Session} was called off, and its number given to another hand; it is kept under {TableId}")]
    private static partial void HandCalledOff(ILogger logger, int number, string session, string tableId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Hand {Number} of {Session} was exported again with other content; the stored hand was brought up to it")]
    private static partial void HandRevised(ILogger logger, int number, string session);
}
