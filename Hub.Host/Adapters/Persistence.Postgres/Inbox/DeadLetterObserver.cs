using Hub.Adapters.Persistence.Postgres.Model;
using Hub.Adapters.Persistence.Postgres.Subscriptions;
using Hub.Contracts.Monitoring;
using MassTransit;
using MassTransit.Transports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Adapters.Persistence.Postgres.Inbox;

/// <summary>Notes a message that a consumer has failed for good, after its retries, so that it is not sent again for ever, and raises an alert.</summary>
internal sealed partial class DeadLetterObserver(IServiceScopeFactory scopes, SubscriptionRegistry registry, TimeProvider clock, ILogger<DeadLetterObserver> logger) : IReceiveObserver
{
    public async Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class
    {
        if (context.CancellationToken.IsCancellationRequested || TransientFailure.Is(exception))
        {
            // Not the message's fault: the host is stopping, or the database was away. It will be sent again.
            return;
        }

        var endpoint = context.ReceiveContext.InputAddress.GetEndpointName() ?? "";
        var consumers = registry.Find(endpoint, MessageUrn.ForTypeString<T>(), consumerType);
        if (consumers.Count == 0 || context.MessageId is not { } messageId)
        {
            return;
        }

        try
        {
            await NoteAsync(messageId, typeof(T), endpoint, [.. consumers], exception);
        }
        catch (Exception failure)
        {
            // The message will be sent again and fail again, and be noted then.
            NotNoted(logger, messageId, endpoint, failure);
        }
    }

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class
        => Task.CompletedTask;

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Task.CompletedTask;

    private async Task NoteAsync(Guid messageId, Type messageType, string endpoint, Guid[] consumers, Exception exception)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<MessagingDbContext>();
        await using var transaction = await database.Database.BeginTransactionAsync();
        var noted = await database.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO messaging.dead_letter (message_id, consumer_id, error)
             SELECT {messageId}, consumer_id, {exception.ToString()} FROM unnest({consumers}) AS failed(consumer_id)
             WHERE EXISTS (SELECT FROM messaging.outbox_message WHERE message_id = {messageId})
             ON CONFLICT (message_id, consumer_id) DO UPDATE SET failed_at = now(), error = excluded.error
             """);
        // An alert of an alert that cannot be consumed would fail the same way, and so on for ever.
        if (noted > 0 && messageType.Namespace != typeof(AlertRaised).Namespace)
        {
            await scope.ServiceProvider.GetRequiredService<IPublishEndpoint>().Publish(Alert(messageType, endpoint, exception));
            await database.SaveChangesAsync();
        }

        await transaction.CommitAsync();
    }

    private AlertRaised Alert(Type messageType, string endpoint, Exception exception) => new()
    {
        Code = AlertCodes.MessagingDeadLetter,
        Severity = AlertSeverity.Critical,
        Subject = endpoint,
        Text = $"{messageType.Name} was tried again and again and is given up: {exception.GetBaseException().Message} Nothing is lost: messaging.dead_letter holds the whole error, and the message is sent again once the cause is gone and the row deleted.",
        OccurredAt = clock.GetUtcNow(),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not note that {MessageId} failed on {Endpoint}")]
    private static partial void NotNoted(ILogger logger, Guid messageId, string endpoint, Exception exception);
}
