using Hub.Adapters.Persistence.Postgres.Outbox;
using MassTransit;

namespace Hub.Adapters.Persistence.Postgres.Delivery;

/// <summary>
/// Where a stored message goes. Addresses are stored as they were; a message that outlived a change of transport, of
/// broker or of prefix goes to the place of the same name there.
/// </summary>
internal static class Destination
{
    public static Uri Of(OutboxMessage row, IBus bus)
    {
        var stored = new Uri(row.DestinationAddress);
        if (BrokerOf(stored) == BrokerOf(bus.Address))
        {
            return stored;
        }

        if (row.Endpoint is { } endpoint)
        {
            return new Uri($"queue:{endpoint}");
        }

        return row.PublishedType is { } name && Type.GetType(name) is { } type && bus.Topology.TryGetPublishAddress(type, out var published) ? published : stored;
    }

    private static string BrokerOf(Uri address) => new Uri(address, ".").GetLeftPart(UriPartial.Path);
}
