using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.ReadCsv;
using Hub.Modules.Subtitle.ReadCsv.Formats;
using Hub.Modules.Subtitle.Tournaments.Import;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Subtitle.WatchCsv;

/// <summary>
/// Takes in the content of one file: what it says, the captions that this causes, and the note that it was dealt with are one
/// transaction. One file at a time, whatever the number of hosts.
/// </summary>
internal sealed partial class CsvIntake(
    SubtitleDbContext database, TournamentImport tournaments, ScheduleImport schedule, IPublishEndpoint events, TimeProvider clock, ILogger<CsvIntake> logger)
{
    public const int MostProblems = 500;

    /// <param name="content">The file.</param>
    /// <param name="isSettled">It has stood still for so long that nobody is writing it any more, however torn it looks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>False when the file looks torn, and was left alone.</returns>
    public async Task<bool> TakeInAsync(CsvContent content, bool isSettled, CancellationToken cancellationToken)
    {
        try
        {
            return content.File.Kind switch
            {
                CsvFileKind.TournamentData => await TakeInAsync(content, TournamentParts.Entry, isSettled, cancellationToken),
                CsvFileKind.BlindStructure => await TakeInAsync(content, TournamentParts.Levels, isSettled, cancellationToken),
                CsvFileKind.PayoutStructure => await TakeInAsync(content, TournamentParts.Payouts, isSettled, cancellationToken),
                CsvFileKind.PlayerChips => await TakeInAsync(content, TournamentParts.Standings, isSettled, cancellationToken),
                CsvFileKind.BroadcastSchedule => await TakeInAsync(content, new BroadcastFormat(), file => schedule.TakeAsync(file, cancellationToken), isSettled, cancellationToken),
                var kind => throw new ArgumentOutOfRangeException(nameof(content), kind, "No such file."),
            };
        }
        catch (CsvFileException exception) when (isSettled || !exception.MayBeTorn)
        {
            await RefuseAsync(content, exception.Message, cancellationToken);
            return true;
        }
        catch (CsvFileException)
        {
            return false;
        }
    }

    /// <summary>Notes that a file as a whole cannot be used. Nothing else changes.</summary>
    public async Task RefuseAsync(FoundCsvFile file, string reason, CancellationToken cancellationToken)
        => await RefuseAsync(new CsvContent(file, []), reason, cancellationToken);

    private Task<bool> TakeInAsync<TEntry>(CsvContent content, TournamentPart<TEntry> part, bool isSettled, CancellationToken cancellationToken)
        where TEntry : ICsvEntry
        => TakeInAsync(content, part.Format, file => tournaments.TakeAsync(file, part, ExportedAt(content), cancellationToken), isSettled, cancellationToken);

    private async Task<bool> TakeInAsync<TEntry>(
        CsvContent content, CsvFormat<TEntry> format, Func<ParsedCsv<TEntry>, Task<int>> takeAsync, bool isSettled, CancellationToken cancellationToken)
        where TEntry : ICsvEntry
    {
        var file = format.Parse(content.Bytes);
        if (file.MayBeTorn && !isSettled)
            return false;

        await InTurnAsync(content, async known =>
        {
            known.RemovedEntries = await takeAsync(file);
            known.Rows = file.Good.Count;
            known.RefusedRows = file.Bad.Count;
            known.LastError = null;
            known.Problems = [.. file.Problems.Take(MostProblems)];
        }, cancellationToken);
        TakenIn(logger, content.File.Name, file.Good.Count, file.Bad.Count);
        foreach (var problem in file.Problems.Take(MostProblems))
            RowRefused(logger, content.File.Name, problem);
        return true;
    }

    private async Task RefuseAsync(CsvContent content, string reason, CancellationToken cancellationToken)
    {
        FileRefused(logger, content.File.Name, reason);
        await InTurnAsync(content, known =>
        {
            known.RemovedEntries = 0;
            known.Rows = 0;
            known.RefusedRows = 0;
            known.LastError = reason;
            known.Problems = [];
            return Task.CompletedTask;
        }, cancellationToken);
    }

    /// <summary>Deals with the content unless another host has done so, and notes it.</summary>
    private async Task InTurnAsync(CsvContent content, Func<CsvFile, Task> dealAsync, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('hub subtitle csv intake', 0))", cancellationToken);
        var name = CsvFileNames.Of(content.File.Kind);
        var known = await database.CsvFiles.FindAsync([name], cancellationToken);
        var isNews = known?.ContentHash != content.Hash || known.Length != content.File.Length;
        known ??= database.CsvFiles.Add(New(name, content)).Entity;
        known.Path = content.File.Name;
        known.Length = content.File.Length;
        known.ModifiedTicks = content.File.ModifiedTicks;
        if (isNews)
        {
            var (wasBad, refusedBefore) = (known.LastError is not null, known.RefusedRows);
            known.ContentHash = content.Hash;
            known.CheckedAt = clock.GetUtcNow();
            await dealAsync(known);
            foreach (var message in CsvAlerts.Between(wasBad, refusedBefore, known))
                await events.Publish(message, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // A clock that goes ahead must not make breaks of the future.
    private DateTimeOffset ExportedAt(CsvContent content)
    {
        var now = clock.GetUtcNow();
        var written = new DateTimeOffset(content.File.ModifiedTicks, TimeSpan.Zero);
        return written < now ? written : now;
    }

    private CsvFile New(string name, CsvContent content) => new()
    {
        Name = name,
        Path = content.File.Name,
        Length = content.File.Length,
        ModifiedTicks = content.File.ModifiedTicks,
        ContentHash = content.Hash,
        CheckedAt = clock.GetUtcNow(),
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "{File}: {Rows} rows taken in, {Refused} left out")]
    private static partial void TakenIn(ILogger logger, string file, int rows, int refused);

    [LoggerMessage(Level = LogLevel.Error, Message = "Bad row in {File}, {Problem}")]
    private static partial void RowRefused(ILogger logger, string file, CsvProblem problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Bad file {File}: {Reason}")]
    private static partial void FileRefused(ILogger logger, string file, string reason);
}
