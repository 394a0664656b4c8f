namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>The player has not acted in time.</summary>
public sealed record ClockExpired(Guid CorrelationId);
