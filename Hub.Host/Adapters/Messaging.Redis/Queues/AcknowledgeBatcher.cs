using System.Collections.Concurrent;

namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>
/// Acknowledges deliveries; those that end while an acknowledgement is on its way share the next one. Alone it costs nothing, under load it
/// saves most of the round trips.
/// </summary>
internal sealed class AcknowledgeBatcher(QueueCommands commands)
{
    private const int AtOnce = 100;
    private readonly ConcurrentQueue<(Delivery Delivery, TaskCompletionSource<bool> Done)> _waiting = new();
    private int _isRunning;

    /// <summary>True when the delivery was still this consumer's.</summary>
    public Task<bool> AcknowledgeAsync(Delivery delivery)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Enqueue((delivery, done));
        if (Interlocked.Exchange(ref _isRunning, 1) == 0)
            _ = DrainAsync();
        return done.Task;
    }

    private async Task DrainAsync()
    {
        do
        {
            while (TakeBatch() is { Count: > 0 } batch)
                await SendAsync(batch);
            Interlocked.Exchange(ref _isRunning, 0);
        }
        // One may have come between the last look and the flag.
        while (!_waiting.IsEmpty && Interlocked.Exchange(ref _isRunning, 1) == 0);
    }

    private List<(Delivery Delivery, TaskCompletionSource<bool> Done)> TakeBatch()
    {
        List<(Delivery, TaskCompletionSource<bool>)> batch = [];
        while (batch.Count < AtOnce && _waiting.TryDequeue(out var next))
            batch.Add(next);
        return batch;
    }

    private async Task SendAsync(List<(Delivery Delivery, TaskCompletionSource<bool> Done)> batch)
    {
        try
        {
            var results = await commands.AcknowledgeAsync([.. batch.Select(item => item.Delivery)]);
            foreach (var (item, result) in batch.Zip(results))
                item.Done.TrySetResult(result);
        }
        catch (Exception exception)
        {
            foreach (var item in batch)
                item.Done.TrySetException(exception);
        }
    }
}
