using Hub.Adapters.Persistence.Postgres.Redelivery;
using MassTransit;
using Microsoft.Extensions.Hosting;

namespace Hub.Adapters.Persistence.Postgres.Subscriptions;

/// <summary>
/// Announces this host's consumers before its bus binds the first queue: from then on every message is kept until they have
/// had it. On the in-memory transport the queues went with the last process, so what they held travels again.
/// </summary>
internal sealed class SubscriptionService(IBusControl bus, SubscriptionStore subscriptions, IOutboxRedelivery redelivery, IEnumerable<OutboxContext> contexts) : IHostedLifecycleService
{
    private const string InMemoryScheme = "loopback";

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var context in contexts)
        {
            context.Check();
        }

        await subscriptions.AnnounceAsync(cancellationToken);
        if (bus.Address.Scheme == InMemoryScheme)
        {
            await subscriptions.ForgetOthersAsync(cancellationToken);
            await redelivery.ResendUnconsumedAsync(cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
