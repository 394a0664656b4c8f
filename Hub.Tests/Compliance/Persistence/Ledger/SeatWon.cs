namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Moves a stack that the sender knows by its row's key.</summary>
public sealed record SeatWon(int StackId, int Chips);
