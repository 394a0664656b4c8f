using System.Threading.Channels;

namespace Hub.Adapters.Persistence.Postgres.Delivery;

/// <summary>
/// Says within this process that there is something to deliver. Many signals are one, and a signal given while nobody
/// waits is kept for the next who does.
/// </summary>
internal sealed class OutboxSignal(TimeProvider timeProvider)
{
    private readonly Channel<byte> _deliver = NewLatch();
    private readonly Channel<byte> _tellOthers = NewLatch();

    /// <summary>Marks this host's own words to the others, which it need not hear.</summary>
    public string HostId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Messages of this process have become visible: deliver, and tell the other hosts.</summary>
    public void Raise()
    {
        RaiseHere();
        _tellOthers.Writer.TryWrite(0);
    }

    /// <summary>Another host has messages.</summary>
    public void RaiseHere() => _deliver.Writer.TryWrite(0);

    public Task WaitToDeliverAsync(TimeSpan atMost, CancellationToken cancellationToken) => WaitAsync(_deliver, atMost, cancellationToken);

    public Task WaitToTellOthersAsync(CancellationToken cancellationToken) => WaitAsync(_tellOthers, Timeout.InfiniteTimeSpan, cancellationToken);

    private static Channel<byte> NewLatch() => Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private async Task WaitAsync(Channel<byte> latch, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await latch.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Waited long enough.
        }
    }
}
