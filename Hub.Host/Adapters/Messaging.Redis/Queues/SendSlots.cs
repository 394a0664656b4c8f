using System.Threading.Channels;

namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>
/// Numbers what this process sends, so that a message whose answer was lost can be sent again without arriving twice: a slot sends one
/// message at a time, and Redis remembers the last number of each slot. Takes a fixed, small memory there, however much is sent.
/// </summary>
internal sealed class SendSlots
{
    // More at once than one connection can use; each is a field of a hash that Redis searches one by one.
    private const int Count = 64;
    private readonly Channel<int> _free = Channel.CreateUnbounded<int>();
    private readonly long[] _sequences = new long[Count];

    public SendSlots()
    {
        for (var slot = 0; slot < Count; slot++)
            _free.Writer.TryWrite(slot);
    }

    /// <summary>Names this process among all that send.</summary>
    public string Producer { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Waits for a free slot.</summary>
    public async ValueTask<SendSlot> TakeAsync(CancellationToken cancellationToken)
    {
        var slot = await _free.Reader.ReadAsync(cancellationToken);
        return new(slot, ++_sequences[slot]);
    }

    public void Return(SendSlot slot) => _free.Writer.TryWrite(slot.Number);
}
