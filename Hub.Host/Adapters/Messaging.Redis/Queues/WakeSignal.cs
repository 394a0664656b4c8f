namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>Wakes the reader of a queue. Sticky: a signal between a look and the wait that follows is not lost.</summary>
internal sealed class WakeSignal
{
    private volatile TaskCompletionSource _raised = New();

    public bool IsRaised => _raised.Task.IsCompleted;

    public void Raise()
    {
        // What the raiser has to show must be seen by whoever lowers the signal after this one found it raised.
        Interlocked.MemoryBarrier();
        _raised.TrySetResult();
    }

    /// <summary>To be called before looking, never after.</summary>
    public void Lower()
    {
        if (_raised.Task.IsCompleted)
            _raised = New();
        Interlocked.MemoryBarrier();
    }

    /// <summary>Returns when raised, after <paramref name="timeout"/>, or when cancelled.</summary>
    public async Task WaitAsync(TimeSpan timeout, TimeProvider clock, CancellationToken cancellationToken)
    {
        var raised = _raised.Task;
        if (raised.IsCompleted)
            return;
        try
        {
            await raised.WaitAsync(timeout, clock, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // Both mean: look again.
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
