namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Published by most tests.</summary>
public sealed record PotAwarded(Guid PotId, int Position = 0) : IPotMoved;
