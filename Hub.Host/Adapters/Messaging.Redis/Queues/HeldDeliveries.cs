namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>The deliveries a reader holds: ready ones in the order they will begin, and those that have begun.</summary>
/// <param name="concurrency">How many may have begun.</param>
/// <param name="prefetch">How many may be held.</param>
internal sealed class HeldDeliveries(int concurrency, int prefetch)
{
    private readonly Lock _gate = new();
    private readonly List<Delivery> _ready = [];
    private readonly Dictionary<Guid, Delivery> _begun = [];

    /// <summary>How many may begin now.</summary>
    public int FreePlaces
    {
        get
        {
            lock (_gate)
                return concurrency - _begun.Count;
        }
    }

    public int ReadyCount
    {
        get
        {
            lock (_gate)
                return _ready.Count;
        }
    }

    /// <summary>So few are ready that more should be fetched while others run.</summary>
    public bool IsRunningLow => prefetch > concurrency && ReadyCount <= (prefetch - concurrency) / 2;

    /// <summary>How many more may be held, and how many of these could begin at once.</summary>
    public (int Wanted, int Places) Room
    {
        get
        {
            lock (_gate)
                return (Math.Max(0, prefetch - _begun.Count - _ready.Count), Math.Max(1, concurrency - _begun.Count - _ready.Count));
        }
    }

    /// <summary>One of them is a suspect.</summary>
    public bool HasSuspect
    {
        get
        {
            lock (_gate)
                return _ready.Exists(delivery => delivery.IsSuspect) || _begun.Values.Any(delivery => delivery.IsSuspect);
        }
    }

    /// <summary>All of them, at one moment: a delivery that is neither ready nor begun is not known.</summary>
    public IReadOnlyList<Delivery> All
    {
        get
        {
            lock (_gate)
                return [.. _ready, .. _begun.Values];
        }
    }

    public IReadOnlyList<Delivery> Ready
    {
        get
        {
            lock (_gate)
                return [.. _ready];
        }
    }

    /// <summary>Holds deliveries ready; those taken over from others have waited longest and come first.</summary>
    public void Add(IReadOnlyCollection<Delivery> deliveries)
    {
        lock (_gate)
        {
            _ready.InsertRange(0, deliveries.Where(delivery => delivery.IsTakenOver));
            _ready.AddRange(deliveries.Where(delivery => !delivery.IsTakenOver));
        }
    }

    public IReadOnlyList<Delivery> Begin(int atMost)
    {
        lock (_gate)
        {
            var begun = _ready.GetRange(0, Math.Min(atMost, _ready.Count));
            _ready.RemoveRange(0, begun.Count);
            foreach (var delivery in begun)
                _begun.Add(delivery.LockId, delivery);
            return begun;
        }
    }

    public Delivery? FindBegun(Guid lockId)
    {
        lock (_gate)
            return _begun.GetValueOrDefault(lockId);
    }

    /// <summary>Frees the delivery's place.</summary>
    public void End(Guid lockId)
    {
        lock (_gate)
            _begun.Remove(lockId);
    }

    /// <summary>Lets go of those that have not begun.</summary>
    public IReadOnlyList<Delivery> TakeReady()
    {
        lock (_gate)
        {
            List<Delivery> ready = [.. _ready];
            _ready.Clear();
            return ready;
        }
    }

    /// <summary>Lets go of those that have begun.</summary>
    public IReadOnlyList<Delivery> TakeBegun()
    {
        lock (_gate)
        {
            List<Delivery> begun = [.. _begun.Values];
            _begun.Clear();
            return begun;
        }
    }
}
