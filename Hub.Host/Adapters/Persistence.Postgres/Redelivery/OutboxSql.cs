namespace Hub.Adapters.Persistence.Postgres.Redelivery;

/// <summary>The conditions that decide a stored message's life, for a row <c>m</c> of messaging.outbox_message.</summary>
internal static class OutboxSql
{
    private const string Subscriber =
        """
        SELECT FROM messaging.subscription s
        WHERE s.message_type = ANY(m.message_types) AND (m.endpoint IS NULL OR s.endpoint = m.endpoint)
          AND NOT EXISTS (SELECT FROM messaging.inbox i WHERE i.message_id = m.message_id AND i.consumer_id = s.consumer_id)
        """;

    private const string Wanted = "(m.expires_at IS NULL OR m.expires_at > now())";

    /// <summary>Some subscriber has not had it: it is kept.</summary>
    public const string Unconsumed = $"({Wanted} AND EXISTS ({Subscriber}))";

    /// <summary>Some subscriber has not had it and has not failed it either: it is worth sending again, and worth waiting for.</summary>
    public const string Open =
        $"""
        ({Wanted} AND EXISTS ({Subscriber}
          AND NOT EXISTS (SELECT FROM messaging.dead_letter d WHERE d.message_id = m.message_id AND d.consumer_id = s.consumer_id)))
        """;

    /// <summary>
    /// Makes the scopes of the messages in <c>again</c> due. A delivery that is closing such a scope holds its row: the
    /// insert waits and then brings the row back.
    /// </summary>
    public const string MakeDue =
        """
        INSERT INTO messaging.outbox_scope (id, due_at, attempts) SELECT DISTINCT scope_id, now(), 0 FROM again ORDER BY scope_id
        ON CONFLICT (id) DO UPDATE SET due_at = least(outbox_scope.due_at, excluded.due_at)
        """;
}
