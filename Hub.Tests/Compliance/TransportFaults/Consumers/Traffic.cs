using System.Collections.Concurrent;

namespace Hub.Tests.Compliance.TransportFaults.Consumers;

/// <summary>Work that is sent all the time, while a fault befalls the broker.</summary>
internal sealed class Traffic : IAsyncDisposable
{
    private const int Lanes = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(4);

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<int, Exception?> _outcomes = new();
    private readonly Task _lanes;
    private int _last;

    private Traffic(Func<Work, Task> send) => _lanes = Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => RunLaneAsync(send)));

    /// <summary>The highest number for which a send was begun.</summary>
    public int Last => Volatile.Read(ref _last);

    /// <summary>The numbers the broker took.</summary>
    public IReadOnlyCollection<int> Sent => [.. _outcomes.Where(outcome => outcome.Value is null).Select(outcome => outcome.Key)];

    /// <summary>What the sender was told where the broker did not take them.</summary>
    public IReadOnlyCollection<Exception> Refusals => [.. _outcomes.Values.OfType<Exception>()];

    public static Traffic Start(Func<Work, Task> send) => new(send);

    /// <summary>Waits for the sends under way.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _lanes;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task RunLaneAsync(Func<Work, Task> send)
    {
        while (!_stop.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref _last);
            try
            {
                await send(new Work(number));
                _outcomes[number] = null;
            }
            catch (Exception exception)
            {
                _outcomes[number] = exception;
            }

            await Task.Delay(Pause);
        }
    }
}
