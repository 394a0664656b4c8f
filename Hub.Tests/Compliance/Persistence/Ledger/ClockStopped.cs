namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>The player has acted.</summary>
public sealed record ClockStopped(Guid CorrelationId);
