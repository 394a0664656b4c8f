namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>What arrived at one host, in order.</summary>
internal sealed class Arrivals
{
    private readonly Lock _gate = new();
    private readonly List<PotAwarded> _all = [];

    public IReadOnlyList<PotAwarded> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public void Add(PotAwarded message)
    {
        lock (_gate)
        {
            _all.Add(message);
        }
    }
}
