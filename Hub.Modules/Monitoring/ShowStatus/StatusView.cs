namespace Hub.Modules.Monitoring.ShowStatus;

/// <summary>The hub at a glance.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="At">When this was read.</param>
/// <param name="Transport">What carries the messages, without secrets.</param>
/// <param name="BrokerAwaySince">Since when the broker cannot be reached; null while it can.</param>
/// <param name="Work">What is left to do, by name, e.g. <c>open instructions</c>.</param>
/// <param name="Stats">Counts by section and name, as in <c>/stats</c>.</param>
internal sealed record StatusView(
    string Version,
    DateTimeOffset At,
    string Transport,
    DateTimeOffset? BrokerAwaySince,
    IReadOnlyDictionary<string, long> Work,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> Stats);
