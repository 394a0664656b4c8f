using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Subtitle.WatchCsv;

/// <summary>
/// One look at the folder after the other: finds files whose stamp changed, believes a content only when two reads some time apart
/// give the same, and has it taken in.
/// </summary>
internal sealed partial class CsvFolderLook(CsvFolder folder, CsvLedger ledger, IServiceScopeFactory scopes, IOptions<CsvOptions> options, TimeProvider clock, ILogger<CsvFolderLook> logger)
{
    private readonly Dictionary<string, (string Hash, long Since)> _torn = new(StringComparer.Ordinal);
    private readonly HashSet<(FoundCsvFile File, string Reason)> _unreadable = [];

    /// <exception cref="AggregateException">Some files could not be stored; the others were dealt with.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var changed = await ledger.ChangedAsync(await folder.ListAsync(cancellationToken), cancellationToken);
        if (changed.Count == 0)
            return;

        var firstReads = new List<CsvContent>();
        foreach (var file in changed)
        {
            if (await ReadAsync(file, cancellationToken) is { } content)
                firstReads.Add(content);
        }

        await Task.Delay(options.Value.StableFor, clock, cancellationToken);
        await DealWithStableAsync(firstReads, cancellationToken);
    }

    private async Task DealWithStableAsync(List<CsvContent> firstReads, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var first in firstReads)
        {
            try
            {
                if (await ReadAsync(first.File, cancellationToken) is { } content && content.Hash == first.Hash)
                    await DealWithAsync(content, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(new InvalidOperationException($"{first.File.Name} could not be taken in; it is tried again.", exception));
            }
        }

        if (failures.Count > 0)
            throw new AggregateException(failures);
    }

    private async Task DealWithAsync(CsvContent content, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<CsvIntake>().TakeInAsync(content, HasBeenTornForLong(content), cancellationToken))
        {
            _torn.Remove(content.File.Name);
            _unreadable.RemoveWhere(each => each.File.Name == content.File.Name);
        }
        else
        {
            _torn.TryAdd(content.File.Name, (content.Hash, clock.GetTimestamp()));
        }
    }

    private bool HasBeenTornForLong(CsvContent content)
    {
        if (_torn.TryGetValue(content.File.Name, out var torn) && torn.Hash == content.Hash)
            return clock.GetElapsedTime(torn.Since) >= options.Value.ReportBrokenAfter;

        _torn.Remove(content.File.Name);
        return options.Value.ReportBrokenAfter == TimeSpan.Zero;
    }

    private async Task<CsvContent?> ReadAsync(FoundCsvFile file, CancellationToken cancellationToken)
    {
        if (file.Length > options.Value.MaxFileBytes)
        {
            await using var scope = scopes.CreateAsyncScope();
            var reason = string.Create(CultureInfo.InvariantCulture, $"The file has {file.Length} bytes, more than {options.Value.MaxFileMegabytes} MB. Export less, or raise {CsvOptions.SectionName}:{nameof(CsvOptions.MaxFileMegabytes)}.");
            await scope.ServiceProvider.GetRequiredService<CsvIntake>().RefuseAsync(file, reason, cancellationToken);
            return null;
        }

        try
        {
            return await folder.ReadAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TimeoutException)
        {
            if (_unreadable.Add((file, exception.Message)))
                FileUnreadable(logger, file.Name, exception.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} cannot be read now and is tried again: {Reason}")]
    private static partial void FileUnreadable(ILogger logger, string file, string reason);
}
