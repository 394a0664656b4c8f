namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Published by consumers of <see cref="PotAwarded"/>.</summary>
public sealed record PotCounted(Guid PotId, int Attempt);
