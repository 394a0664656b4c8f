namespace Hub.Adapters.Persistence.Postgres.BrokerLoss;

/// <summary>Why it must be assumed that a broker does not hold what it was given.</summary>
internal enum BrokerLossReason
{
    /// <summary>It was never used before. What is unfinished went to another one.</summary>
    FirstSeen = 0,

    /// <summary>It was started anew, or is another server.</summary>
    Restarted = 1,

    /// <summary>The counter is gone, and everything with it.</summary>
    Emptied = 2,

    /// <summary>The counter is not that of the last look: the broker or the database was set back.</summary>
    SetBack = 3,

    /// <summary>Queues were missing and were made anew.</summary>
    Repaired = 4,
}
