using Hub.Adapters.Persistence.Postgres.Outbox;
using MassTransit;
using MassTransit.Scheduling;

namespace Hub.Adapters.Persistence.Postgres.Timers;

/// <summary>
/// Sets and cancels timers in the transaction of the code that does: the row goes with its next save, as its messages do, in the same
/// round trip. Under MassTransit's own scheduler, so that <c>Schedule</c> and <c>Unschedule</c> of state machines work unchanged.
/// </summary>
internal sealed class TimerProvider(OutboxSession session, ISendEndpointProvider endpoints, IPublishEndpoint publisher, IBusTopology topology, TimeProvider clock)
    : IScheduleMessageProvider
{
    public async Task<ScheduledMessage<T>> ScheduleSend<T>(Uri destinationAddress, DateTime scheduledTime, T message, IPipe<SendContext<T>> pipe, CancellationToken cancellationToken)
        where T : class
    {
        // MassTransit takes a time without a zone for UTC.
        var dueAt = scheduledTime.Kind == DateTimeKind.Local ? scheduledTime.ToUniversalTime() : DateTime.SpecifyKind(scheduledTime, DateTimeKind.Utc);
        var terms = new TimerTerms(ScheduleTokenIdCache<T>.GetTokenId(message), dueAt - clock.GetUtcNow().UtcDateTime);
        var timer = new TimerPipe<T>(terms, pipe);
        if (topology.TryGetPublishAddress<T>(out var published) && published == destinationAddress)
        {
            await publisher.Publish(message, timer, cancellationToken);
        }
        else
        {
            var endpoint = await endpoints.GetSendEndpoint(destinationAddress);
            await endpoint.Send(message, timer, cancellationToken);
        }

        return new ScheduledMessageHandle<T>(terms.Token, dueAt, destinationAddress, message);
    }

    public Task CancelScheduledSend(Guid tokenId, CancellationToken cancellationToken)
    {
        session.CancelTimer(tokenId);
        return Task.CompletedTask;
    }

    public Task CancelScheduledSend(Uri destinationAddress, Guid tokenId, CancellationToken cancellationToken) => CancelScheduledSend(tokenId, cancellationToken);
}
