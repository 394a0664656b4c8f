using System.Security.Cryptography;
using System.Text.Json;
using Hub.Modules.FeatureTable.Persistence;
using Hub.Modules.FeatureTable.StoreHands;
using Hub.Modules.Kernel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.FeatureTable.EnterHands;

/// <summary>Takes a hand that was typed in: checks it, derives its facts, stores it, and notes who did.</summary>
internal sealed partial class ManualHandEntry(
    ManualHandStore store, KnownTables tables, IOptions<FeatureTableOptions> options, TimeProvider clock, ILogger<ManualHandEntry> logger)
{
    /// <summary>Stores a new hand.</summary>
    /// <returns>What became of it, or what is wrong with its fields.</returns>
    public async Task<(ManualHandOutcome? Outcome, FieldErrors Errors)> AddAsync(ManualHand hand, bool force, string user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var errors = new ManualHandCheck(hand, now).Run();
        if (!errors.IsEmpty)
            return (null, errors);

        var known = await tables.ListAsync(cancellationToken);
        var startedAt = (hand.StartedAt ?? now).ToUniversalTime();
        var table = KnownTables.Find(known, hand.Table!);
        if (table is null)
            errors.Add("table", $"'{hand.Table}' is no table that is known; there are {string.Join(", ", known)}");
        var analysed = Analyse(hand, startedAt, errors);
        if (table is null || analysed is null)
            return (null, errors);

        var session = ManualSession.Of(table, hand.SessionType ?? ManualHandCheck.FeatureTable, startedAt);
        var outcome = await store.AddAsync(session, analysed, startIsKnown: hand.StartedAt is not null, force, cancellationToken);
        if (outcome.Answer == ManualHandAnswer.Stored)
            Entered(logger, user, hand.HandNumber!.Value, table, outcome.Hand!.Id);
        return (outcome, errors);
    }

    /// <summary>Brings a hand that was typed in up to what it shall be.</summary>
    /// <returns>What became of it, or what is wrong with its fields.</returns>
    public async Task<(ManualHandOutcome? Outcome, FieldErrors Errors)> CorrectAsync(
        int id, ManualHand hand, int? revision, string user, CancellationToken cancellationToken)
    {
        var errors = new ManualHandCheck(hand, clock.GetUtcNow()).Run();
        if (!errors.IsEmpty)
            return (null, errors);

        var (answer, row, session) = await store.FindAsync(id, cancellationToken);
        if (answer != ManualHandAnswer.Stored)
            return (new ManualHandOutcome(answer, row), errors);

        CheckIdentity(hand, row!, session!, errors);
        if (Analyse(hand, new DateTimeOffset(row!.StartTicks!.Value, TimeSpan.Zero), errors) is not { } analysed || !errors.IsEmpty)
            return (null, errors);

        var outcome = await store.CorrectAsync(session!, row, analysed, revision, cancellationToken);
        if (outcome.Answer == ManualHandAnswer.Stored && outcome.Hand!.Revision != row.Revision)
            Corrected(logger, user, row.HandNumber, session!.TableName, id, outcome.Hand.Revision);
        return (outcome, errors);
    }

    private AnalysedHand? Analyse(ManualHand hand, DateTimeOffset startedAt, FieldErrors errors)
    {
        if (ManualHandReading.Of(hand, startedAt, options.Value.LongHand) is { } facts)
            return new AnalysedHand(facts, ContentHash(hand), Source: "manual");

        errors.Add("winners", "is required here: neither the stacks nor the cards tell who won");
        return null;
    }

    private static void CheckIdentity(ManualHand hand, HandRow row, SessionRow session, FieldErrors errors)
    {
        if (!string.Equals(hand.Table!.Trim(), session.TableName, StringComparison.OrdinalIgnoreCase))
            errors.Add("table", $"is {session.TableName} and cannot be changed");
        if ((hand.SessionType ?? ManualHandCheck.FeatureTable) != session.Type)
            errors.Add("sessionType", $"is {session.Type} and cannot be changed");
        if (hand.HandNumber != row.HandNumber)
            errors.Add("handNumber", $"is {row.HandNumber} and cannot be changed");
        if (hand.StartedAt is { } startedAt && startedAt.UtcTicks != row.StartTicks)
            errors.Add("startedAt", "cannot be changed; leave it out");
    }

    /// <summary>Of what can be corrected: neither how the table is spelt nor the start.</summary>
    private static string ContentHash(ManualHand hand)
        => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(hand with { Table = null, StartedAt = null })));

    [LoggerMessage(Level = LogLevel.Information, Message = "{User} entered hand {Number} of {Table} by hand, id {Id}")]
    private static partial void Entered(ILogger logger, string user, int number, string table, int id);

    [LoggerMessage(Level = LogLevel.Information, Message = "{User} corrected hand {Number} of {Table}, id {Id}, now at revision {Revision}")]
    private static partial void Corrected(ILogger logger, string user, int number, string table, int id, int? revision);
}
