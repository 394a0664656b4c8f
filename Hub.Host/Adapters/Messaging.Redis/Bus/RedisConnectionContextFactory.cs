using MassTransit.SqlTransport;
using MassTransit.Transports;

namespace Hub.Adapters.Messaging.Redis.Bus;

/// <summary>Makes the bus' connection; all share the one to the server.</summary>
internal sealed class RedisConnectionContextFactory(RedisTransport transport) : ConnectionContextFactory
{
    protected override ConnectionContext CreateConnection(ITransportSupervisor<ConnectionContext> supervisor)
    {
        supervisor.AddConsumeAgent(new MaintenanceAgent(transport));
        return new RedisConnectionContext(transport, supervisor.Stopped);
    }
}
