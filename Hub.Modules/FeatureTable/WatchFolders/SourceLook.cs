using System.Globalization;
using System.Runtime.InteropServices;
using Hub.Modules.FeatureTable.Persistence;
using Hub.Modules.FeatureTable.ReadExport;
using Hub.Modules.FeatureTable.StoreHands;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.FeatureTable.WatchFolders;

/// <summary>
/// One look at a source after the other: finds files whose stamp changed, believes a content only when two reads some time
/// apart give the same, takes in its hands, and then notes the file as done.
/// </summary>
internal sealed partial class SourceLook(
    WatchedSource source,
    Dictionary<string, SourceFileRow> known,
    SourceFileLedger ledger,
    HandIntake intake,
    FeatureTableOptions options,
    TimeProvider clock,
    ILogger<SourceLook> logger) : IDisposable
{
    private const int MostFilesInLook = 20;

    /// <summary>Once it has taken this long, a look leaves what is left to the next one, which begins with the newest files again.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(2);

    private const string ReduceFile = "Move it out of the folder or raise FeatureTable:MaxFileMegabytes.";

    private readonly FolderLister _lister = new(source, options.FileTimeout, clock);
    private readonly FileReader _reader = new(MaxBytes(options), options.FileTimeout, clock);
    private readonly Dictionary<string, (string Hash, long Since)> _broken = new(StringComparer.Ordinal);

    /// <summary>Files that could not be read, or whose hands could not be stored. They come last, lest they hold up the others at every look.</summary>
    private readonly HashSet<(FoundFile File, string Reason)> _troubles = [];
    private string _listErrors = "";

    /// <summary>Why the folder itself could not be listed at the last look; null when it could.</summary>
    public string? WhyAway { get; private set; }

    /// <exception cref="AggregateException">Hands of some files could not be stored; the other files were dealt with.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var listing = await _lister.ListAsync(cancellationToken);
        WhyAway = listing.IsThere ? null : $"{Marshal.GetPInvokeErrorMessage(listing.Errors[0])}.";
        ReportListErrors(listing);
        var began = clock.GetTimestamp();
        // The newest first and a few at a time: a table that is being played does not wait for folders full of old days.
        var changed = listing.Files.Where(file => !known.TryGetValue(file.Path, out var row) || row.Stamp != file.Stamp)
            .OrderBy(file => _troubles.Any(trouble => trouble.File == file))
            .ThenByDescending(file => file.Stamp.ModifiedTicks).ThenBy(file => file.Path, StringComparer.Ordinal)
            .Take(MostFilesInLook).ToArray();
        if (changed.Length == 0)
            return;

        var firstReads = new List<(FoundFile File, string Hash)>();
        foreach (var file in changed.TakeWhile((_, index) => index == 0 || !HasLastedLong(began)))
        {
            if (await ReadAsync(file, cancellationToken) is { } content)
                firstReads.Add((file, content.Hash));
        }

        await Task.Delay(options.StableFor, clock, cancellationToken);
        await DealWithStableAsync(firstReads, began, cancellationToken);
    }

    public void Dispose() => _lister.Dispose();

    private bool HasLastedLong(long began) => clock.GetElapsedTime(began) > LongEnough;

    private async Task DealWithStableAsync(List<(FoundFile File, string Hash)> firstReads, long began, CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        foreach (var (file, firstHash) in firstReads.TakeWhile((_, index) => index == 0 || !HasLastedLong(began)))
        {
            try
            {
                if (await ReadAsync(file, cancellationToken) is { } content && content.Hash == firstHash)
                    await DealWithAsync(file, content, cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                _troubles.Add((file, exception.Message));
                failures.Add(new InvalidOperationException($"The hands of {file.Path} could not be stored; they are tried again.", exception));
            }
        }

        if (failures.Count > 0)
            throw new AggregateException(failures);
    }

    private async Task DealWithAsync(FoundFile file, FileContent content, CancellationToken cancellationToken)
    {
        var row = known.GetValueOrDefault(file.Path);
        if (row is not null && row.ContentHash == content.Hash)
        {
            await NoteAsync(file, content.Hash, row.State, each => CopyOutcome(row, each), cancellationToken);
            return;
        }

        try
        {
            var export = ExportParser.Parse(content.Bytes);
            var copy = new ExportCopy
            {
                TableName = source.Table,
                Export = export,
                ModifiedTicks = file.Stamp.ModifiedTicks,
                ContentHash = content.Hash,
                ReplacedHash = row?.FirstReadAt is null ? null : row.ContentHash,
            };
            var stored = await intake.TakeInAsync(copy, cancellationToken);
            await NoteReadAsync(file, content.Hash, export, cancellationToken);
            if (stored > 0)
                HandsStored(logger, stored, source.Table, file.Path);
        }
        catch (ExportFormatException exception) when (!exception.MayBeTorn || HasBeenBrokenForLong(file, content))
        {
            FileRefused(logger, file.Path, source.Table, exception.Problem);
            await NoteAsync(file, content.Hash, SourceFileState.Bad, each => each.LastError = exception.Problem.ToString(), cancellationToken);
        }
        catch (ExportFormatException)
        {
            // Broken JSON that has not stood still for long: most likely still being written. The next look reads it again.
        }
    }

    private async Task<FileContent?> ReadAsync(FoundFile file, CancellationToken cancellationToken)
    {
        if (file.Stamp.Length > MaxBytes(options))
        {
            var reason = string.Create(CultureInfo.InvariantCulture, $"the file has {file.Stamp.Length} bytes, more than {options.MaxFileMegabytes} MB. {ReduceFile}");
            FileTooLarge(logger, file.Path, source.Table, reason);
            await NoteAsync(file, hash: "", SourceFileState.Bad, each => each.LastError = reason, cancellationToken);
            return null;
        }

        try
        {
            return await _reader.ReadAsync(source.FullPathOf(file), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TimeoutException)
        {
            if (_troubles.Add((file, exception.Message)))
                FileUnreadable(logger, file.Path, source.Table, exception.Message);
            return null;
        }
    }

    private async Task NoteReadAsync(FoundFile file, string hash, ExportedSession export, CancellationToken cancellationToken)
    {
        string[] problems = [.. export.Problems.Select(problem => problem.ToString())];
        foreach (var problem in problems.Except(known.GetValueOrDefault(file.Path)?.Problems ?? []))
            HandRefused(logger, file.Path, source.Table, problem);

        await NoteAsync(file, hash, SourceFileState.Read, each =>
        {
            each.SessionId = export.Id;
            each.HandCount = export.Hands.Count;
            each.FirstReadAt ??= clock.GetUtcNow();
            each.Problems = problems;
        }, cancellationToken);
    }

    private async Task NoteAsync(FoundFile file, string hash, SourceFileState state, Action<SourceFileRow> outcome, CancellationToken cancellationToken)
    {
        var row = new SourceFileRow
        {
            Source = source.Table,
            Path = file.Path,
            Length = file.Stamp.Length,
            ModifiedTicks = file.Stamp.ModifiedTicks,
            ContentHash = hash,
            State = state,
            CheckedAt = clock.GetUtcNow(),
            FirstReadAt = known.GetValueOrDefault(file.Path)?.FirstReadAt,
        };
        outcome(row);
        await ledger.SaveAsync(known.GetValueOrDefault(file.Path), row, cancellationToken);
        known[file.Path] = row;
        _broken.Remove(file.Path);
        _troubles.RemoveWhere(each => each.File.Path == file.Path);
    }

    private static void CopyOutcome(SourceFileRow from, SourceFileRow to)
    {
        to.SessionId = from.SessionId;
        to.HandCount = from.HandCount;
        to.LastError = from.LastError;
        to.Problems = from.Problems;
    }

    private bool HasBeenBrokenForLong(FoundFile file, FileContent content)
    {
        if (!_broken.TryGetValue(file.Path, out var broken) || broken.Hash != content.Hash)
            _broken[file.Path] = broken = (content.Hash, clock.GetTimestamp());

        return clock.GetElapsedTime(broken.Since) >= options.ReportBrokenAfter;
    }

    private void ReportListErrors(FolderListing listing)
    {
        var errors = string.Join("; ", listing.Errors.Distinct().Select(Marshal.GetPInvokeErrorMessage));
        if (errors.Length > 0 && errors != _listErrors)
            FoldersPassedOver(logger, source.Folder, errors);
        _listErrors = errors;
    }

    private static long MaxBytes(FeatureTableOptions options) => options.MaxFileMegabytes * 1024L * 1024L;

    [LoggerMessage(Level = LogLevel.Information, Message = "Stored {Count} hands of table {Table} from {File}")]
    private static partial void HandsStored(ILogger logger, int count, string table, string file);

    [LoggerMessage(Level = LogLevel.Error, Message = "Bad file {File} of table {Table}: {Problem}")]
    private static partial void FileRefused(ILogger logger, string file, string table, ExportProblem problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Bad file {File} of table {Table}: {Reason}")]
    private static partial void FileTooLarge(ILogger logger, string file, string table, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Bad hand in {File} of table {Table}: {Problem}")]
    private static partial void HandRefused(ILogger logger, string file, string table, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File} of table {Table} cannot be read now and is tried again: {Reason}")]
    private static partial void FileUnreadable(ILogger logger, string file, string table, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Some folders below {Folder} could not be listed: {Errors}")]
    private static partial void FoldersPassedOver(ILogger logger, string folder, string errors);
}
