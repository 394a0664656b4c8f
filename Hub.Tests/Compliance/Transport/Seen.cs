using Hub.Tests.Support;

namespace Hub.Tests.Compliance.Transport;

/// <summary>What consumers have seen, in order.</summary>
internal sealed class Seen<T>
{
    private readonly Lock _gate = new();
    private readonly List<T> _all = [];

    public IReadOnlyList<T> All
    {
        get
        {
            lock (_gate)
                return [.. _all];
        }
    }

    public int Count
    {
        get
        {
            lock (_gate)
                return _all.Count;
        }
    }

    public void Add(T item)
    {
        lock (_gate)
            _all.Add(item);
    }

    public Task BecomesAsync(int count, string what = "messages")
        => Eventually.BecomesTrueAsync($"{count} {what} are seen", () => Task.FromResult(Count >= count));
}
