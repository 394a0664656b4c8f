using Hub.Modules.Kernel;
using Microsoft.Extensions.Options;

namespace Hub.Modules.FeatureTable.WatchFolders;

/// <summary>
/// Files on disk whose present content was not dealt with yet, by a listing of its own. A file reported as bad counts as
/// dealt with; a source that cannot be listed counts as one file, since nobody knows.
/// </summary>
internal sealed class UnreadFiles(SourceFileLedger ledger, IOptions<FeatureTableOptions> options, TimeProvider clock) : IPendingWork, IDisposable
{
    private readonly IReadOnlyList<(WatchedSource Source, FolderLister Lister)> _sources =
        [.. options.Value.Sources.Select(WatchedSource.Of).Select(source => (source, new FolderLister(source, options.Value.FileTimeout, clock)))];

    public string Name => "unread files";

    public async Task<long> CountAsync(CancellationToken cancellationToken)
        => (await Task.WhenAll(_sources.Select(each => CountAsync(each.Source, each.Lister, cancellationToken)))).Sum();

    public void Dispose()
    {
        foreach (var (_, lister) in _sources)
            lister.Dispose();
    }

    private async Task<long> CountAsync(WatchedSource source, FolderLister lister, CancellationToken cancellationToken)
    {
        try
        {
            var listing = await lister.ListAsync(cancellationToken);
            var known = await ledger.LoadAsync(source.Table, cancellationToken);
            return listing.Errors.Count + listing.Files.Count(file => !known.TryGetValue(file.Path, out var row) || row.Stamp != file.Stamp);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TimeoutException)
        {
            return 1;
        }
    }
}
