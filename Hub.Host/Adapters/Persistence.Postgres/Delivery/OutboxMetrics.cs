using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hub.Adapters.Persistence.Postgres.Delivery;

/// <summary>The outbox in numbers, and the source of its spans; both are named <c>Hub.Outbox</c>.</summary>
internal sealed class OutboxMetrics
{
    public const string Name = "Hub.Outbox";

    private readonly Counter<long> _delivered;
    private long _undelivered;
    private long _unconsumed;
    private double _oldestSeconds;

    public OutboxMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _delivered = meter.CreateCounter<long>("hub.outbox.delivered", "{message}", "Messages handed to the broker, repeats included.");
        meter.CreateObservableGauge("hub.outbox.undelivered", () => Volatile.Read(ref _undelivered), "{message}", "Messages the broker does not have yet.");
        meter.CreateObservableGauge("hub.outbox.unconsumed", () => Volatile.Read(ref _unconsumed), "{message}", "Messages not consumed by all their subscribers yet, undelivered ones included.");
        meter.CreateObservableGauge("hub.outbox.oldest_age", () => Volatile.Read(ref _oldestSeconds), "s", "Age of the oldest message that is not consumed.");
    }

    public static ActivitySource Source { get; } = new(Name);

    public void Delivered(long messages) => _delivered.Add(messages);

    public void Measured(long undelivered, long unconsumed, TimeSpan oldest)
    {
        Volatile.Write(ref _undelivered, undelivered);
        Volatile.Write(ref _unconsumed, unconsumed);
        Volatile.Write(ref _oldestSeconds, oldest.TotalSeconds);
    }
}
