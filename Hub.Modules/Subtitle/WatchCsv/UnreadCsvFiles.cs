using Hub.Modules.Kernel;

namespace Hub.Modules.Subtitle.WatchCsv;

/// <summary>
/// Files whose present content was not dealt with yet. One reported as bad counts as dealt with; a folder that cannot be listed counts
/// as one file, since nobody knows.
/// </summary>
internal sealed class UnreadCsvFiles(CsvFolder folder, CsvLedger ledger) : IPendingWork
{
    public string Name => "unread CSV files";

    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await ledger.ChangedAsync(await folder.ListAsync(cancellationToken), cancellationToken)).Count;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TimeoutException)
        {
            return 1;
        }
    }
}
