using Hub.Adapters.Persistence.Postgres.Outbox;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Inbox;

/// <summary>
/// Consumes a message in one transaction of the module's DbContext: inbox row, the consumer's changes, the messages it
/// sends. A message the consumer has had is acknowledged without it.
/// </summary>
internal sealed class InboxContextFactory<TDbContext>(TDbContext database, OutboxSession session, IServiceProvider provider) : IOutboxContextFactory<TDbContext>
    where TDbContext : DbContext
{
    // While another copy of the message is being consumed, the insert waits for its outcome: longer than an ordinary command may take.
    private const int SecondsToWaitForOtherCopy = 300;

    public async Task Send<T>(ConsumeContext<T> context, OutboxConsumeOptions options, IPipe<OutboxConsumeContext<T>> next)
        where T : class
    {
        var messageId = context.MessageId ?? throw new MessageException(typeof(T), "A message needs a MessageId to pass the inbox");
        await using var transaction = await database.Database.BeginTransactionAsync(context.CancellationToken);
        var isFirst = await InsertAsync(transaction, messageId, options.ConsumerId, context.CancellationToken);
        try
        {
            await next.Send(new InboxConsumeContext<T>(context, options, provider, session, database, transaction, isFirst));
        }
        catch
        {
            session.Discard();
            throw;
        }
    }

    public void Probe(ProbeContext context) => context.CreateScope("inbox").Add("dbContext", typeof(TDbContext).Name);

    private static async Task<bool> InsertAsync(IDbContextTransaction transaction, Guid messageId, Guid consumerId, CancellationToken cancellationToken)
    {
        var inner = (NpgsqlTransaction)transaction.GetDbTransaction();
        await using var command = new NpgsqlCommand("INSERT INTO messaging.inbox (message_id, consumer_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", inner.Connection, inner)
        {
            Parameters = { new() { Value = messageId }, new() { Value = consumerId } },
            CommandTimeout = SecondsToWaitForOtherCopy,
        };
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
