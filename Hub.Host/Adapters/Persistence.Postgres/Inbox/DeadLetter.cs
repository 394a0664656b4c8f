namespace Hub.Adapters.Persistence.Postgres.Inbox;

/// <summary>That a consumer failed a message for good: it is not sent again by itself, and nothing waits for it.</summary>
internal sealed class DeadLetter
{
    public Guid MessageId { get; init; }

    public Guid ConsumerId { get; init; }

    public DateTimeOffset FailedAt { get; init; }

    public required string Error { get; init; }
}
