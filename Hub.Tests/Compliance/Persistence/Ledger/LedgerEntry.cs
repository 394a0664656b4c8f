namespace Hub.Tests.Compliance.Persistence.Ledger;

internal sealed class LedgerEntry
{
    public long Id { get; init; }

    /// <summary>What happened, e.g. the name of the consumer.</summary>
    public required string Note { get; init; }

    /// <summary>What it happened to.</summary>
    public Guid Subject { get; init; }

    /// <summary>Position in an order, where one matters.</summary>
    public int Position { get; init; }

    /// <summary>For tests that need a save to fail.</summary>
    public string? UniqueNote { get; init; }
}
