using Hub.Adapters.Persistence.Postgres.Outbox;
using Hub.Adapters.Persistence.Postgres.Timers;
using Hub.Modules.Kernel;
using MassTransit;
using MassTransit.Context;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;
using MassTransit.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Adapters.Persistence.Postgres.Inbox;

/// <summary>
/// The consumer's view of a message in the inbox's transaction. Delivery is not its business: what the consumer sends is in
/// the outbox with the commit, so "consumed" and "delivered" are one.
/// </summary>
internal sealed class InboxConsumeContext<T> : OutboxConsumeContextProxy<T>, IInboxTransaction
    where T : class
{
    private readonly OutboxSession _session;
    private readonly IDbContextTransaction _transaction;
    private readonly ConsumeMessageSchedulerContext _scheduler;

    public InboxConsumeContext(
        ConsumeContext<T> context,
        OutboxConsumeOptions options,
        IServiceProvider provider,
        OutboxSession session,
        DbContext database,
        IDbContextTransaction transaction,
        bool isFirst)
        : base(context, options, provider)
    {
        _session = session;
        _transaction = transaction;
        DbContext = database;
        IsMessageConsumed = !isFirst;

        var receive = new InboxReceiveContext(context.ReceiveContext, session, this);
        ReceiveContext = receive;
        PublishEndpointProvider = receive.PublishEndpointProvider;

        var clock = provider.GetRequiredService<TimeProvider>();
        _scheduler = new ConsumeMessageSchedulerContext(this, consume =>
        {
            var topology = consume.GetPayload<IBusTopology>();
            return new MessageScheduler(new TimerProvider(session, consume, consume, topology, clock), topology);
        });
    }

    public DbContext DbContext { get; }

    public override bool IsMessageConsumed { get; }

    public override bool IsOutboxDelivered => IsMessageConsumed;

    public override bool ContinueProcessing { get; set; } = true;

    public override int ReceiveCount => 1;

    public override long? LastSequenceNumber => null;

    /// <summary>Called once the consumer is done. A commit that has begun is not cancelled: nobody would know its outcome.</summary>
    public override async Task SetConsumed()
    {
        await DbContext.SaveChangesAsync(CancellationToken);
        KillPoint.Pass("consumed");
        await _transaction.CommitAsync(CancellationToken.None);
        KillPoint.Pass("consumed-committed");
    }

    /// <summary>The scheduler is this consumer's own: other payloads belong to the message and are shared by all who consume it.</summary>
    public override bool TryGetPayload<TPayload>(out TPayload payload)
    {
        if (_scheduler is TPayload scheduler)
        {
            payload = scheduler;
            return true;
        }

        return base.TryGetPayload(out payload);
    }

    public override bool HasPayloadType(Type payloadType) => payloadType.IsInstanceOfType(_scheduler) || base.HasPayloadType(payloadType);

    public override Task AddSend<TMessage>(SendContext<TMessage> context)
    {
        _session.Add(context, published: false);
        return Task.CompletedTask;
    }

    public override Task SetDelivered() => Task.CompletedTask;

    public override Task<List<OutboxMessageContext>> LoadOutboxMessages() => Task.FromResult<List<OutboxMessageContext>>([]);

    public override Task NotifyOutboxMessageDelivered(OutboxMessageContext message) => Task.CompletedTask;

    public override Task RemoveOutboxMessages() => Task.CompletedTask;
}
