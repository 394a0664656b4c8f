using Hub.Adapters.Persistence.Postgres.Subscriptions;
using MassTransit;
using MassTransit.Transports;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Inbox;

/// <summary>Notes a message that a consumer has failed for good, after its retries, so that it is not sent again for ever.</summary>
internal sealed partial class DeadLetterObserver(NpgsqlDataSource dataSource, SubscriptionRegistry registry, ILogger<DeadLetterObserver> logger) : IReceiveObserver
{
    private const string Insert =
        """
        INSERT INTO messaging.dead_letter (message_id, consumer_id, error)
        SELECT @message, consumer_id, @error FROM unnest(@consumers) AS failed(consumer_id)
        WHERE EXISTS (SELECT FROM messaging.outbox_message WHERE message_id = @message)
        ON CONFLICT (message_id, consumer_id) DO UPDATE SET failed_at = now(), error = excluded.error
        """;

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
            await using var command = dataSource.CreateCommand(Insert);
            command.Parameters.AddWithValue("message", messageId);
            command.Parameters.AddWithValue("consumers", consumers.ToArray());
            command.Parameters.AddWithValue("error", exception.ToString());
            await command.ExecuteNonQueryAsync(CancellationToken.None);
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not note that {MessageId} failed on {Endpoint}")]
    private static partial void NotNoted(ILogger logger, Guid messageId, string endpoint, Exception exception);
}
