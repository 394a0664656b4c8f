namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>A child row of a stack.</summary>
internal sealed class StackMove
{
    public int Id { get; init; }

    public int StackId { get; init; }
}
