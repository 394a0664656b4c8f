using MassTransit;

namespace Hub.Adapters.Messaging.Redis.Bus;

/// <summary>Gives back what an endpoint holds ready as soon as it begins to stop, while messages that have begun go on.</summary>
internal sealed class StopObserver(RedisTransport transport, string queue) : IReceiveEndpointObserver
{
    public Task Ready(ReceiveEndpointReady ready) => Task.CompletedTask;

    public Task Stopping(ReceiveEndpointStopping stopping) => transport.CloseReaderAsync(queue);

    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;
}
