namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Starts a clock, or starts it anew.</summary>
public sealed record ClockStarted(Guid CorrelationId, double Seconds);
