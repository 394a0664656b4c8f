using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Transport.Redis;

internal sealed class MetricsTests : RedisSpec
{
    [Test]
    public async Task What_travels_and_what_waits_can_be_watched()
    {
        var (seen, gate) = (new Seen<int>(), new Gate());
        var bus = await StartBusAsync(factory => factory.ReceiveEndpoint("table", endpoint =>
        {
            endpoint.ConcurrentMessageLimit = 1;
            endpoint.PrefetchCount = 1;
            endpoint.Handler<HandDealt>(async context =>
            {
                await gate.PassAsync(context.CancellationToken);
                seen.Add(context.Message.Number);
            });
        }));
        var figures = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        var meters = bus.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == "Hub.Messaging.Redis" && instrument.Meter.Scope == meters)
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(figures, instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(figures, instrument, value, tags));
        listener.Start();

        await bus.SendHandsAsync("table", 1, 5);
        await bus.Scheduler.ScheduleSend(Broker.AddressOf("table"), TimeSpan.FromHours(1), new HandDealt(6));
        await gate.Reached;

        await BecomesAsync(listener, figures, "4 wait, one is at work, one is delayed", () => figures.GetValueOrDefault("hub.redis.ready") >= 4 && figures.GetValueOrDefault("hub.redis.pending") >= 1 && figures.GetValueOrDefault("hub.redis.delayed") >= 1);
        figures.Should().ContainKey("hub.redis.oldest_age").WhoseValue.Should().BePositive();
        gate.Open();
        await seen.BecomesAsync(5);
        await BecomesAsync(listener, figures, "6 were sent and 5 received", () => figures.GetValueOrDefault("hub.redis.sent") >= 6 && figures.GetValueOrDefault("hub.redis.received") >= 5);
    }

    /// <summary>Counters are summed up; of gauges the highest figure counts.</summary>
    private static void Note(ConcurrentDictionary<string, double> figures, Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.ToArray().Contains(new KeyValuePair<string, object?>("queue", "table")))
            figures.AddOrUpdate(instrument.Name, value, (_, known) => instrument.IsObservable ? Math.Max(known, value) : known + value);
    }

    private static Task BecomesAsync(MeterListener listener, ConcurrentDictionary<string, double> figures, string condition, Func<bool> holds)
        => Eventually.BecomesTrueAsync($"{condition}: {string.Join(", ", figures)}", () =>
        {
            listener.RecordObservableInstruments();
            return Task.FromResult(holds());
        });
}
