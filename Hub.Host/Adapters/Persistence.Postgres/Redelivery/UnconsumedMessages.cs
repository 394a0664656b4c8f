using Hub.Modules.Kernel;
using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Redelivery;

/// <summary>Messages on their way: not with the broker yet, or not consumed by everyone who is subscribed. Dead letters are nobody's work any more.</summary>
internal sealed class UnconsumedMessages(NpgsqlDataSource dataSource) : IPendingWork
{
    public string Name => "undelivered messages";

    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand($"SELECT count(*) FROM messaging.outbox_message m WHERE m.sent_at IS NULL OR {OutboxSql.Open}");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
