using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Modules.Subtitle.DecideCaptions;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Programme;
using Hub.Modules.Subtitle.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Modules.Subtitle.ManualData;

/// <summary>Changes manual data: the entry and the captions that it corrects in one transaction, with a line in the log that says who.</summary>
internal sealed partial class ManualStore(SubtitleDbContext database, CaptionCorrections captions, TournamentCaptions moments, TimeProvider clock, ILogger<ManualStore> logger)
{
    /// <summary>For the log: names in their own script.</summary>
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public async Task<ManualOutcome<TEntry>> AddAsync<TEntry, TData>(ManualKind<TEntry, TData> kind, TData data, string user, CancellationToken cancellationToken)
        where TEntry : ManualEntry, new()
        where TData : ManualEntryData
    {
        var entry = new TEntry();
        kind.Write(data, entry);
        database.Add(entry);
        return await SaveAsync(kind, entry, before: null, kind.ImpactOf(entry), user, cancellationToken);
    }

    public async Task<ManualOutcome<TEntry>> ReplaceAsync<TEntry, TData>(
        ManualKind<TEntry, TData> kind, int id, TData data, Precondition precondition, string user, CancellationToken cancellationToken)
        where TEntry : ManualEntry, new()
        where TData : ManualEntryData
    {
        if (await FindAsync<TEntry>(id, cancellationToken) is not { } entry)
            return new(ManualAnswer.NotFound);

        var before = kind.View(entry);
        var impact = kind.ImpactOf(entry);
        kind.Write(data, entry);
        if (!database.ChangeTracker.HasChanges())
            return new(ManualAnswer.Done, entry);

        return precondition.Allows(entry.Version)
            ? await SaveAsync(kind, entry, before, impact.And(kind.ImpactOf(entry)), user, cancellationToken)
            : new(ManualAnswer.ChangedMeanwhile);
    }

    public async Task<ManualOutcome<TEntry>> RemoveAsync<TEntry, TData>(
        ManualKind<TEntry, TData> kind, int id, Precondition precondition, string user, CancellationToken cancellationToken)
        where TEntry : ManualEntry, new()
        where TData : ManualEntryData
    {
        if (await FindAsync<TEntry>(id, cancellationToken) is not { } entry)
            return new(ManualAnswer.NotFound);
        if (!precondition.Allows(entry.Version))
            return new(ManualAnswer.ChangedMeanwhile);

        database.Remove(entry);
        return await SaveAsync(kind, entry, kind.View(entry), kind.ImpactOf(entry), user, cancellationToken);
    }

    private Task<TEntry?> FindAsync<TEntry>(int id, CancellationToken cancellationToken)
        where TEntry : ManualEntry
        => database.Set<TEntry>().SingleOrDefaultAsync(entry => entry.Id == id, cancellationToken);

    private async Task<ManualOutcome<TEntry>> SaveAsync<TEntry, TData>(
        ManualKind<TEntry, TData> kind, TEntry entry, TData? before, CaptionImpact impact, string user, CancellationToken cancellationToken)
        where TEntry : ManualEntry, new()
        where TData : ManualEntryData
    {
        var isRemoved = database.Entry(entry).State == EntityState.Deleted;
        entry.SignBy(user, clock.GetUtcNow());
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            if (entry is ProgrammeName { IsCurrent: true } && !isRemoved)
                await EndCurrentAsync<TEntry>(entry.Id, cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
            await captions.CorrectAsync(impact, cancellationToken);
            if (entry is TableAssignment assignment && !isRemoved && (before as TableAssignmentData)?.EventCode != assignment.EventCode)
                await moments.FireAsync(CaptionTrigger.FeatureTableChange, assignment.EventCode, $"table/{assignment.Id}/{assignment.Version}", cancellationToken);
            // What was sent leaves with the next save.
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new(ManualAnswer.ChangedMeanwhile);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return new(ManualAnswer.Taken);
        }

        Changed(logger, user, kind.Words, entry.Id, before is null ? "nothing" : Text(before), isRemoved ? "nothing" : Text(kind.View(entry)));
        return new(ManualAnswer.Done, entry);
    }

    /// <summary>Whoever is made the current one takes the mark from the one before.</summary>
    private Task<int> EndCurrentAsync<TEntry>(int id, CancellationToken cancellationToken)
        where TEntry : ManualEntry
        => database.Set<TEntry>().Where(entry => entry.Id != id && EF.Property<bool>(entry, nameof(ProgrammeName.IsCurrent)))
            .ExecuteUpdateAsync(set => set.SetProperty(entry => EF.Property<bool>(entry, nameof(ProgrammeName.IsCurrent)), false), cancellationToken);

    private static string Text<TData>(TData data) => JsonSerializer.Serialize(data, Readable);

    [LoggerMessage(Level = LogLevel.Information, Message = "{User} changed {Kind} {Id} from {Before} to {After}")]
    private static partial void Changed(ILogger logger, string user, string kind, int id, string before, string after);
}
