using Hub.Modules.Kernel;

namespace Hub.Tests.Compliance.Persistence.BrokerLoss;

/// <summary>A part with work of its own, which does as the test says.</summary>
internal sealed class CountedWork(Func<int, Task> onCall) : ITravellingWork
{
    private int _calls;

    public string Name => "potions";

    public int Calls => Volatile.Read(ref _calls);

    public async Task<int> SendAgainAsync(CancellationToken cancellationToken)
    {
        await onCall(Interlocked.Increment(ref _calls));
        return 1;
    }
}
