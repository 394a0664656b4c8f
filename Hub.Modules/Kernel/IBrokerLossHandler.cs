namespace Hub.Modules.Kernel;

/// <summary>Sends one kind of work again when the broker has lost what it held. The work itself is in PostgreSQL and is not lost.</summary>
public interface IBrokerLossHandler
{
    /// <summary>What travels, in plain words: <c>messages</c>, <c>tickets</c>. How far it has caught up is remembered under this name.</summary>
    string Name { get; }

    /// <summary>
    /// Sends again whatever the broker may have held. Called after each loss, by one host at a time, and once more when it failed or its
    /// host died in it: must be harmless for what was not lost.
    /// </summary>
    /// <returns>How many are sent again.</returns>
    Task<int> SendAgainAsync(CancellationToken cancellationToken);
}
