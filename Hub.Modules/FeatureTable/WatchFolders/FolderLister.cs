namespace Hub.Modules.FeatureTable.WatchFolders;

/// <summary>
/// Lists a folder under a time limit. A share that hangs keeps the thread that asked it, so a listing that is still
/// hanging is waited for again instead of starting another beside it.
/// </summary>
internal sealed class FolderLister(WatchedSource source, TimeSpan timeout, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private Task<FolderListing>? _hanging;

    /// <exception cref="IOException">The folder cannot be reached.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be read.</exception>
    /// <exception cref="TimeoutException">The folder does not answer.</exception>
    public async Task<FolderListing> ListAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        var listing = _hanging ?? Task.Run(List, CancellationToken.None);
        try
        {
            return await listing.WaitAsync(timeout, clock, cancellationToken);
        }
        finally
        {
            _hanging = listing.IsCompleted ? null : listing;
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private FolderListing List()
    {
        using var enumerator = new ExportFileEnumerator(source.Folder);
        // The folder itself is opened by then, and none below it.
        var isThere = enumerator.Errors.Count == 0;
        var files = new List<FoundFile>();
        while (enumerator.MoveNext())
            files.Add(enumerator.Current);

        return new FolderListing(files, enumerator.Errors, isThere);
    }
}
