using System.Collections.Concurrent;
using System.Globalization;
using Hub.Adapters.Persistence.Postgres.Model;
using Hub.Adapters.Persistence.Postgres.Outbox;
using Hub.Modules.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Adapters.Persistence.Postgres.Delivery;

/// <summary>
/// Delivers one batch of scopes. The scope rows stay locked until the outcome is committed, so hosts share the work and a
/// host that dies lets go at once. What it had sent but not yet marked is sent again; the inbox knows it.
/// </summary>
internal sealed partial class DeliveryBatch(MessagingDbContext database, MessageSender sender, IOptions<OutboxOptions> options, OutboxMetrics metrics, ILogger<DeliveryBatch> logger)
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);

    /// <summary>Delivers what is due, up to the size of a batch.</summary>
    public async Task<DeliveryLook> DeliverAsync(CancellationToken stoppingToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(stoppingToken);
        var scopes = await database.Scopes
            .FromSql($"SELECT * FROM messaging.outbox_scope WHERE due_at <= now() ORDER BY due_at, id LIMIT {options.Value.BatchSize} FOR UPDATE SKIP LOCKED")
            .AsNoTracking()
            .ToListAsync(stoppingToken);
        if (scopes.Count > 0)
        {
            await DeliverAsync(scopes, stoppingToken);
        }

        var untilNext = scopes.Count == options.Value.BatchSize ? TimeSpan.Zero : await UntilNextDueAsync();
        await transaction.CommitAsync(CancellationToken.None);
        return new DeliveryLook(scopes.Count, untilNext);
    }

    private async Task DeliverAsync(List<OutboxScope> scopes, CancellationToken stoppingToken)
    {
        using var activity = OutboxMetrics.Source.StartActivity("outbox deliver");
        var messages = await ReadAsync(scopes, stoppingToken);
        var outcomes = new ConcurrentBag<ScopeOutcome>();
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = options.Value.Parallelism, CancellationToken = CancellationToken.None };
        await Parallel.ForEachAsync(scopes, parallelism, async (scope, _) => outcomes.Add(await SendScopeAsync(scope, messages[scope.Id], stoppingToken)));

        KillPoint.Pass("outbox-sent");
        await MarkSentAsync(outcomes);
        await CloseScopesAsync(scopes, outcomes);
        metrics.Delivered(outcomes.Sum(outcome => outcome.SentOrdinals.Count));
        activity?.SetTag("outbox.scopes", scopes.Count);
    }

    /// <summary>
    /// Counts what became due after the transaction began, too: the look may have passed it by. What was due before and is still there
    /// is in another host's hands.
    /// </summary>
    private async Task<TimeSpan?> UntilNextDueAsync()
    {
        var next = await database.Database
            .SqlQuery<TimeSpan>($"SELECT greatest(due_at - clock_timestamp(), interval '0') AS \"Value\" FROM messaging.outbox_scope WHERE due_at > now() ORDER BY due_at LIMIT 1")
            .ToListAsync(CancellationToken.None);
        return next is [var time] ? time : null;
    }

    private async Task<ILookup<Guid, OutboxMessage>> ReadAsync(List<OutboxScope> scopes, CancellationToken cancellationToken)
    {
        var ids = scopes.Select(scope => scope.Id).ToArray();
        var messages = await database.Messages.AsNoTracking()
            .Where(message => ids.Contains(message.ScopeId) && message.SentAt == null)
            .OrderBy(message => message.ScopeId)
            .ThenBy(message => message.Ordinal)
            .ToListAsync(cancellationToken);
        return messages.ToLookup(message => message.ScopeId);
    }

    private async Task<ScopeOutcome> SendScopeAsync(OutboxScope scope, IEnumerable<OutboxMessage> messages, CancellationToken stoppingToken)
    {
        var sent = new List<int>();
        foreach (var message in messages)
        {
            if (stoppingToken.IsCancellationRequested)
            {
                return new ScopeOutcome(scope.Id, sent, IsComplete: false, Error: null);
            }

            try
            {
                await sender.SendAsync(message);
                sent.Add(message.Ordinal);
            }
            catch (Exception exception)
            {
                NotDelivered(logger, message.MessageId, message.DestinationAddress, scope.Attempts + 1, exception);
                return new ScopeOutcome(scope.Id, sent, IsComplete: false, string.Create(CultureInfo.InvariantCulture, $"{exception.GetType().Name}: {exception.Message}"));
            }
        }

        return new ScopeOutcome(scope.Id, sent, IsComplete: true, Error: null);
    }

    private async Task MarkSentAsync(IReadOnlyCollection<ScopeOutcome> outcomes)
    {
        var sent = outcomes.SelectMany(outcome => outcome.SentOrdinals.Select(ordinal => (outcome.ScopeId, Ordinal: ordinal))).ToList();
        var scopeIds = sent.Select(message => message.ScopeId).ToArray();
        var ordinals = sent.Select(message => message.Ordinal).ToArray();
        await database.Database.ExecuteSqlAsync(
            $"""
             UPDATE messaging.outbox_message SET sent_at = clock_timestamp(), sends = sends + 1
             FROM unnest({scopeIds}, {ordinals}) AS sent(scope_id, ordinal)
             WHERE outbox_message.scope_id = sent.scope_id AND outbox_message.ordinal = sent.ordinal
             """,
            CancellationToken.None);
    }

    private async Task CloseScopesAsync(IReadOnlyCollection<OutboxScope> scopes, IReadOnlyCollection<ScopeOutcome> outcomes)
    {
        var complete = outcomes.Where(outcome => outcome.IsComplete).Select(outcome => outcome.ScopeId).ToArray();
        await database.Database.ExecuteSqlAsync($"DELETE FROM messaging.outbox_scope WHERE id = ANY({complete})", CancellationToken.None);
        foreach (var failed in outcomes.Where(outcome => outcome.Error is not null))
        {
            var attempts = scopes.Single(scope => scope.Id == failed.ScopeId).Attempts + 1;
            var pause = TimeSpan.FromTicks(Math.Min(options.Value.LongestBackoff.Ticks, FirstBackoff.Ticks << Math.Min(attempts - 1, 20)));
            await database.Database.ExecuteSqlAsync(
                $"UPDATE messaging.outbox_scope SET attempts = {attempts}, last_error = {failed.Error}, due_at = clock_timestamp() + {pause} WHERE id = {failed.ScopeId}",
                CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{MessageId} could not be delivered to {Destination} (attempt {Attempt})")]
    private static partial void NotDelivered(ILogger logger, Guid messageId, string destination, int attempt, Exception exception);
}
