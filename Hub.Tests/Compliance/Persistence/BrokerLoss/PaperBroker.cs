using Hub.Adapters.Persistence.Postgres.BrokerLoss;
using MassTransit;

namespace Hub.Tests.Compliance.Persistence.BrokerLoss;

/// <summary>What a broker remembers of the looks at it, on paper, so that a test can tear it up. Real brokers lose things in the suite of the hub.</summary>
internal sealed class PaperBroker : IBrokerProbe
{
    private readonly Lock _gate = new();
    private BrokerState _state = new("first run", PreviousCounter: null, Repairs: 0);
    private bool _isAway;
    private int _looks;

    public string Name => "paper/hub";

    public int Looks => Volatile.Read(ref _looks);

    public Task<BrokerState> LookAsync(long counter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _looks++;
            if (_isAway)
            {
                throw new ConnectionException("the paper is not there");
            }

            var seen = _state;
            _state = seen with { PreviousCounter = counter };
            return Task.FromResult(seen);
        }
    }

    public void Change(Func<BrokerState, BrokerState> change)
    {
        lock (_gate)
        {
            _state = change(_state);
        }
    }

    public void BeAway(bool isAway)
    {
        lock (_gate)
        {
            _isAway = isAway;
        }
    }
}
