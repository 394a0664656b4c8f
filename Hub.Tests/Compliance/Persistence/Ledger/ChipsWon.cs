namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Moves a stack that the sender knows by correlation id; the first one makes it.</summary>
public sealed record ChipsWon(Guid CorrelationId, int Chips);
