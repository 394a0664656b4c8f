using Hub.Contracts.Monitoring;
using Hub.Contracts.Render;
using MassTransit;

namespace Hub.Tests.Render.Support;

/// <summary>Listens as Monitoring does.</summary>
internal sealed class EventLogConsumer(EventLog log)
    : IConsumer<RenderCancelled>, IConsumer<RenderReplayed>, IConsumer<RenderPriorityChanged>, IConsumer<RenderWrittenExternally>,
        IConsumer<RenderStarted>, IConsumer<RenderCompleted>, IConsumer<RenderFailed>, IConsumer<RenderAttemptFailed>, IConsumer<RenderAttemptLost>, IConsumer<RenderHandedBack>,
        IConsumer<AlertRaised>, IConsumer<AlertResolved>
{
    public Task Consume(ConsumeContext<RenderCancelled> context) => AddAsync(context.Message);

    public Task Consume(ConsumeContext<RenderReplayed> context) => AddAsync(context.Message);

    public Task Consume(ConsumeContext<RenderPriorityChanged> context) => AddAsync(context.Message);

    public Task Consume(ConsumeContext<RenderWrittenExternally> context) => AddAsync(context.Message);

    public Task Consume(ConsumeContext<RenderStarted> context) => AddAsync(context.Message);

    public Task Consume(ConsumeContext<RenderCompleted> context) => AddAsync(context.Message);

    public Task Consume(ConsumeContext<RenderFailed> context) => AddAsync(context.Message);

    public Task Consume(ConsumeContext<RenderAttemptFailed> context) => AddAsync(context.Message);

    public Task Consume(ConsumeContext<RenderAttemptLost> context) => AddAsync(context.Message);

    public Task Consume(ConsumeContext<RenderHandedBack> context) => AddAsync(context.Message);

    public Task Consume(ConsumeContext<AlertRaised> context) => AddAsync(context.Message);

    public Task Consume(ConsumeContext<AlertResolved> context) => AddAsync(context.Message);

    private Task AddAsync(object message)
    {
        log.Add(message);
        return Task.CompletedTask;
    }
}
