namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>What <see cref="PotAwarded"/> is, too.</summary>
public interface IPotMoved
{
    Guid PotId { get; }
}
