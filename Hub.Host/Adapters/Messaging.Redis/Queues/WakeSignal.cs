namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>Wakes the reader of a queue. Sticky: a signal between a look and the wait that follows is not lost.</summary>
internal sealed class WakeSignal
{
    private volatile TaskCompletionSource _raised = New();

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

    /// <summary>Returns when raised, after <paramref name="timeout"/>, or when cancelled; all three mean: look again.</summary>
    /// <remarks>Cancelled once for every message that ends, so an exception would be most of what a message costs.</remarks>
    public async Task WaitAsync(TimeSpan timeout, TimeProvider clock, CancellationToken cancellationToken)
    {
        var raised = _raised;
        if (raised.Task.IsCompleted)
            return;
        await using var timer = clock.CreateTimer(Complete, raised, timeout, Timeout.InfiniteTimeSpan);
        await using var cancelled = cancellationToken.UnsafeRegister(Complete, raised);
        await raised.Task;
    }

    private static void Complete(object? raised) => ((TaskCompletionSource)raised!).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
