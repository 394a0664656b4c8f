using System.Diagnostics.Metrics;

namespace Hub.Adapters.Messaging.Redis;

/// <summary>The meter <c>Hub.Messaging.Redis</c>.</summary>
internal sealed class RedisMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Hub.Messaging.Redis";

    private readonly Counter<long> _sent;
    private readonly Counter<long> _received;
    private readonly Counter<long> _takenOver;
    private readonly Counter<long> _putAside;
    private readonly Counter<long> _lost;
    private readonly Counter<long> _repairs;
    private volatile IReadOnlyList<QueueDepth> _depths = [];

    public RedisMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _sent = meter.CreateCounter<long>("hub.redis.sent", "{message}", "Messages sent or published.");
        _received = meter.CreateCounter<long>("hub.redis.received", "{message}", "Messages given to consumers.");
        _takenOver = meter.CreateCounter<long>("hub.redis.reclaimed", "{message}", "Messages taken over from consumers that died or stopped.");
        _putAside = meter.CreateCounter<long>("hub.redis.over_delivery_limit", "{message}", "Messages that went to the error queue because they were begun too often.");
        _lost = meter.CreateCounter<long>("hub.redis.locks_lost", "{message}", "Messages that another consumer took while one was at work on them.");
        _repairs = meter.CreateCounter<long>("hub.redis.repairs", "{repair}", "Times that queues or subscriptions were missing and created anew.");
        meter.CreateObservableGauge("hub.redis.ready", () => Measure(depth => depth.Ready), "{message}", "Messages nobody has taken.");
        meter.CreateObservableGauge("hub.redis.pending", () => Measure(depth => depth.Pending), "{message}", "Messages with a consumer.");
        meter.CreateObservableGauge("hub.redis.delayed", () => Measure(depth => depth.Delayed), "{message}", "Messages not due yet.");
        meter.CreateObservableGauge("hub.redis.oldest_age", () => Measure(depth => depth.OldestAge.TotalSeconds), "s", "Age of the oldest message that is ready or pending.");
    }

    public void Sent(string destination) => _sent.Add(1, Tag(destination));

    public void Received(string queue, int count) => _received.Add(count, Tag(queue));

    public void TakenOver(string queue, int count) => _takenOver.Add(count, Tag(queue));

    public void PutAside(string queue, long count) => _putAside.Add(count, Tag(queue));

    public void Lost(string queue) => _lost.Add(1, Tag(queue));

    public void Repaired() => _repairs.Add(1);

    public void Measured(IReadOnlyList<QueueDepth> depths) => _depths = depths;

    private static KeyValuePair<string, object?> Tag(string name) => new("queue", name);

    // A temporary queue has a name of its own at every start: as a label it would grow for ever.
    private IEnumerable<Measurement<T>> Measure<T>(Func<QueueDepth, T> value)
        where T : struct
        => _depths.Where(depth => !depth.IsTemporary).Select(depth => new Measurement<T>(value(depth), Tag(depth.Queue)));
}
