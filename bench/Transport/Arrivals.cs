using System.Diagnostics;
using Hub.Bench.Measuring;

namespace Hub.Bench.Transport;

/// <summary>Where a contender's messages come in: times and counts them, and keeps the slow ones until they are let go.</summary>
internal sealed class Arrivals
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private TaskCompletionSource _complete = new();
    private TaskCompletionSource _release = new();
    private Latencies _latencies = new();
    private long _firstAt;
    private long _lastAt;
    private int _left;
    private int _slow;

    /// <summary>Slow messages that are being handled.</summary>
    public int Slow => Volatile.Read(ref _slow);

    /// <summary>From the first of the expected messages to the last.</summary>
    public TimeSpan Duration => Stopwatch.GetElapsedTime(_firstAt, _lastAt);

    /// <summary>Begins to count.</summary>
    /// <param name="messages">How many fast messages are to come.</param>
    /// <param name="latencies">Told of each how long it was on its way.</param>
    /// <returns>Ends when they are there.</returns>
    public Task ExpectAsync(int messages, Latencies? latencies = null)
    {
        _latencies = latencies ?? new Latencies();
        _firstAt = 0;
        _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _left, messages);
        return _complete.Task.WaitAsync(Patience);
    }

    /// <summary>The handler.</summary>
    public async Task AcceptAsync(Parcel parcel)
    {
        if (parcel.IsSlow)
        {
            Interlocked.Increment(ref _slow);
            await _release.Task;
            Interlocked.Decrement(ref _slow);
            return;
        }

        _latencies.AddSince(parcel.SentAt);
        Interlocked.CompareExchange(ref _firstAt, Stopwatch.GetTimestamp(), 0);
        if (Interlocked.Decrement(ref _left) == 0)
        {
            _lastAt = Stopwatch.GetTimestamp();
            _complete.SetResult();
        }
    }

    /// <summary>Waits until so many slow messages are being handled.</summary>
    public async Task WaitForSlowAsync(int messages)
    {
        var startedAt = Stopwatch.GetTimestamp();
        while (Slow != messages)
        {
            if (Stopwatch.GetElapsedTime(startedAt) > Patience)
                throw new TimeoutException($"{Slow} slow messages are being handled; {messages} should be.");
            await Task.Delay(10);
        }
    }

    /// <summary>Lets the slow messages go, and waits until they are gone.</summary>
    public async Task ReleaseSlowAsync()
    {
        _release.SetResult();
        await WaitForSlowAsync(0);
        _release = new();
    }
}
