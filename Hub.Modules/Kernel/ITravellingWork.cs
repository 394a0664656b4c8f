namespace Hub.Modules.Kernel;

/// <summary>One kind of work that travels on the broker and is sent again when the broker has lost it. The work itself is in PostgreSQL.</summary>
public interface ITravellingWork
{
    /// <summary>What travels, in plain words: <c>messages</c>, <c>tickets</c>. How far it has caught up with losses is remembered under this name.</summary>
    string Name { get; }

    /// <summary>
    /// Sends again whatever the broker may have held. Called after each loss, by one host at a time, and once more when it failed or its
    /// host died in it: must be harmless for what was not lost.
    /// </summary>
    /// <returns>How many are sent again.</returns>
    Task<int> SendAgainAsync(CancellationToken cancellationToken);
}
