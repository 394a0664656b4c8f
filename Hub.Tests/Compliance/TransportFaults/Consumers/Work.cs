namespace Hub.Tests.Compliance.TransportFaults.Consumers;

/// <summary>Something to do.</summary>
/// <param name="Number">Stands in the ledger.</param>
/// <param name="Milliseconds">How long it takes.</param>
/// <param name="IsPoison">Kills the process that does it.</param>
/// <param name="Ballast">Makes it as long as wanted.</param>
public sealed record Work(int Number, int Milliseconds = 0, bool IsPoison = false, string? Ballast = null);
