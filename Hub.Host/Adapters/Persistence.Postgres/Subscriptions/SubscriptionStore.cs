using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Subscriptions;

/// <summary>Tells all hosts which consumers this one has.</summary>
internal sealed class SubscriptionStore(NpgsqlDataSource dataSource, SubscriptionRegistry registry)
{
    private const string Upsert =
        """
        INSERT INTO messaging.subscription (consumer_id, message_type, endpoint, consumer, last_seen_at)
        SELECT consumer_id, message_type, endpoint, consumer, now()
        FROM unnest(@ids, @types, @endpoints, @consumers) AS mine(consumer_id, message_type, endpoint, consumer)
        ORDER BY consumer_id
        ON CONFLICT (consumer_id) DO UPDATE
        SET message_type = excluded.message_type, endpoint = excluded.endpoint, consumer = excluded.consumer, last_seen_at = excluded.last_seen_at
        """;

    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        var mine = registry.All;
        await using var command = dataSource.CreateCommand(Upsert);
        command.Parameters.AddWithValue("ids", mine.Select(subscription => subscription.ConsumerId).ToArray());
        command.Parameters.AddWithValue("types", mine.Select(subscription => subscription.MessageType).ToArray());
        command.Parameters.AddWithValue("endpoints", mine.Select(subscription => subscription.Endpoint).ToArray());
        command.Parameters.AddWithValue("consumers", mine.Select(subscription => subscription.Consumer).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Forgets the consumers this host does not have. Right only where no other host can have them.</summary>
    public async Task ForgetOthersAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("DELETE FROM messaging.subscription WHERE NOT consumer_id = ANY(@ids)");
        command.Parameters.AddWithValue("ids", registry.All.Select(subscription => subscription.ConsumerId).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
