namespace Hub.Adapters.Persistence.Postgres.Inbox;

/// <summary>That a consumer has had a message, written in the transaction of its work.</summary>
internal sealed class InboxEntry
{
    public Guid MessageId { get; init; }

    public Guid ConsumerId { get; init; }

    public DateTimeOffset ConsumedAt { get; init; }
}
