using System.Diagnostics.Metrics;

namespace Hub.Adapters.Persistence.Postgres.BrokerLoss;

/// <summary>Losses in numbers; the meter is named <c>Hub.Broker</c>.</summary>
internal sealed class BrokerMetrics
{
    private readonly Counter<long> _losses;
    private readonly Counter<long> _sentAgain;

    public BrokerMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Hub.Broker");
        _losses = meter.CreateCounter<long>("hub.broker.losses", "{loss}", "Times the broker was found to have lost what it held, by reason.");
        _sentAgain = meter.CreateCounter<long>("hub.broker.sent_again", "{item}", "What was sent again because of that, by kind.");
    }

    public void Lost(BrokerLossReason reason) => _losses.Add(1, KeyValuePair.Create("reason", (object?)reason.ToString()));

    public void SentAgain(string part, int count) => _sentAgain.Add(count, KeyValuePair.Create("kind", (object?)part));
}
