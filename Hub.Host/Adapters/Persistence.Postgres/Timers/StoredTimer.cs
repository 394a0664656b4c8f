using Hub.Adapters.Persistence.Postgres.Outbox;

namespace Hub.Adapters.Persistence.Postgres.Timers;

/// <summary>
/// A message that waits for its time. The row goes with the transaction that cancels it, or with the one that puts its message into
/// the outbox.
/// </summary>
internal sealed class StoredTimer : StoredEnvelope
{
    public Guid Token { get; set; }

    /// <summary>How long after its insertion it is due. Relative, so that no host's clock counts.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>By the database's clock; a trigger sets it.</summary>
    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
