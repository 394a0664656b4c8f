using Hub.Adapters.Persistence.Postgres.Outbox;
using MassTransit;
using MassTransit.Logging;
using MassTransit.Middleware;
using MassTransit.Serialization;
using Microsoft.Extensions.Options;

namespace Hub.Adapters.Persistence.Postgres.Delivery;

/// <summary>Hands stored messages to the broker.</summary>
internal sealed class MessageSender(IBusControl bus, IServiceProvider provider, IOptions<OutboxOptions> options, TimeProvider timeProvider)
{
    public bool BrokerIsHealthy => bus.CheckHealth().Status == BusHealthStatus.Healthy;

    /// <summary>
    /// Waits until the broker can be reached, but not for ever: one endpoint that cannot start leaves the bus degraded, and
    /// must not keep the messages of all others back.
    /// </summary>
    public async Task WaitForBrokerAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.SendTimeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await bus.WaitForHealthStatus(BusHealthStatus.Healthy, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Try all the same.
        }
    }

    /// <summary>
    /// Sends <paramref name="row"/>, in the trace it came from. Not cancellable: a send that has begun may have arrived, and
    /// giving it up at shutdown would only make a duplicate.
    /// </summary>
    public async Task SendAsync(OutboxMessage row)
    {
        if (row.ExpiresAt <= timeProvider.GetUtcNow())
        {
            return;
        }

        // MassTransit's logging and tracing hang on the current flow, and this one did not begin in MassTransit.
        LogContext.ConfigureCurrentLogContextIfNull(provider);
        var message = new StoredMessage(row, Destination.Of(row, bus));
        using var timeout = new CancellationTokenSource(options.Value.SendTimeout, timeProvider);
        var activity = LogContext.Current?.StartOutboxDeliverActivity(message);
        try
        {
            var endpoint = await bus.GetSendEndpoint(message.DestinationAddress);
            await endpoint.Send(new SerializedMessageBody(), new OutboxMessageSendPipe(message, message.DestinationAddress), timeout.Token);
        }
        catch (Exception exception)
        {
            activity?.AddExceptionEvent(exception);
            throw;
        }
        finally
        {
            activity?.Stop();
        }
    }
}
