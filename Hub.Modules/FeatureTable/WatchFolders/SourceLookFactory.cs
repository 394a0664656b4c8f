using Hub.Modules.FeatureTable.StoreHands;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.FeatureTable.WatchFolders;

/// <summary>Starts looking at a source with what the database knows of its files.</summary>
internal sealed class SourceLookFactory(SourceFileLedger ledger, HandIntake intake, IOptions<FeatureTableOptions> options, TimeProvider clock, ILogger<SourceLook> logger)
{
    public async Task<SourceLook> CreateAsync(WatchedSource source, CancellationToken cancellationToken)
        => new(source, await ledger.LoadAsync(source.Table, cancellationToken), ledger, intake, options.Value, clock, logger);
}
