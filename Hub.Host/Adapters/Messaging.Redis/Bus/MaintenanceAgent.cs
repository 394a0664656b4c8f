using MassTransit.Middleware;

namespace Hub.Adapters.Messaging.Redis.Bus;

/// <summary>Runs the transport's upkeep while the bus runs.</summary>
internal sealed class MaintenanceAgent : Agent
{
    public MaintenanceAgent(RedisTransport transport)
    {
        var running = Task.Run(() => transport.MaintainAsync(Stopping));
        SetReady();
        SetCompleted(running);
    }
}
