namespace Hub.Adapters.Persistence.Postgres.Redelivery;

/// <summary>Makes stored messages travel again.</summary>
public interface IOutboxRedelivery
{
    /// <summary>
    /// Sends every message again, with its MessageId, that some subscribed consumer has not consumed. To be called when the
    /// broker has lost what it held. Dead letters are left alone. Returns how many messages will travel.
    /// </summary>
    Task<int> ResendUnconsumedAsync(CancellationToken cancellationToken);

    /// <summary>Gives the dead letters another chance: sends them again to the consumers that failed them. Returns how many.</summary>
    Task<int> ReplayDeadLettersAsync(CancellationToken cancellationToken);
}
