namespace Hub.Modules.Render.Recovery;

/// <summary>
/// Judges who is gone. A free presence lock alone says little: after a restart of the server everybody's is free until they are
/// back. So a worker must be missing at each look for a second, in one unbroken stretch of contact with one server.
/// </summary>
internal sealed class PresenceWatch(TimeProvider clock)
{
    private static readonly TimeSpan TimeToReconnect = TimeSpan.FromSeconds(0.9);
    private readonly Dictionary<int, long> _missingSince = [];
    private readonly HashSet<int> _seen = [];
    private DateTimeOffset _serverStartedAt;
    private long? _contactSince;

    /// <summary>How long contact with this server has lasted without a break.</summary>
    public TimeSpan Contact => _contactSince is { } since ? clock.GetElapsedTime(since) : TimeSpan.Zero;

    /// <summary>A look failed: what was seen before says nothing any more.</summary>
    public void LoseContact()
    {
        _contactSince = null;
        _missingSince.Clear();
    }

    /// <returns>Workers that are gone.</returns>
    public IReadOnlyList<DepartedWorker> Look(DateTimeOffset serverStartedAt, IReadOnlyCollection<WorkerSighting> workers)
    {
        if (serverStartedAt != _serverStartedAt)
        {
            LoseContact();
            _serverStartedAt = serverStartedAt;
        }

        _contactSince ??= clock.GetTimestamp();
        ForgetAllBut([.. workers.Select(worker => worker.Id)]);
        foreach (var worker in workers.Where(worker => worker.IsPresent))
        {
            _seen.Add(worker.Id);
            _missingSince.Remove(worker.Id);
        }

        foreach (var worker in workers.Where(worker => !worker.IsPresent))
        {
            _missingSince.TryAdd(worker.Id, clock.GetTimestamp());
        }

        return
        [
            .. workers.Where(worker => _missingSince.TryGetValue(worker.Id, out var since) && clock.GetElapsedTime(since) >= TimeToReconnect)
                .Select(worker => new DepartedWorker(worker.Id, worker.Name, _seen.Contains(worker.Id))),
        ];
    }

    private void ForgetAllBut(HashSet<int> known)
    {
        _seen.IntersectWith(known);
        foreach (var id in _missingSince.Keys.Where(id => !known.Contains(id)))
        {
            _missingSince.Remove(id);
        }
    }
}
