using System.Collections.Concurrent;

namespace Hub.Tests.Render.Support;

/// <summary>The render events a hub has published, in the order received.</summary>
internal sealed class EventLog
{
    private readonly ConcurrentQueue<object> _events = new();

    public void Add(object message) => _events.Enqueue(message);

    public IReadOnlyList<T> Of<T>() => [.. _events.OfType<T>()];
}
