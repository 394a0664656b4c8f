using Hub.Adapters.Messaging.Redis.Connection;
using MassTransit;

namespace Hub.Adapters.Messaging.Redis.Bus;

/// <summary>Keeps a bus that stops from waiting for a Redis that is away.</summary>
internal sealed class PatienceObserver(RedisConnection connection) : IBusObserver
{
    public void PostCreate(IBus bus)
    {
    }

    public void CreateFaulted(Exception exception)
    {
    }

    public Task PreStart(IBus bus)
    {
        connection.BePatient();
        return Task.CompletedTask;
    }

    public Task PostStart(IBus bus, Task<BusReady> busReady) => Task.CompletedTask;

    public Task StartFaulted(IBus bus, Exception exception) => Task.CompletedTask;

    public Task PreStop(IBus bus)
    {
        connection.LosePatience();
        return Task.CompletedTask;
    }

    public Task PostStop(IBus bus) => Task.CompletedTask;

    public Task StopFaulted(IBus bus, Exception exception) => Task.CompletedTask;
}
