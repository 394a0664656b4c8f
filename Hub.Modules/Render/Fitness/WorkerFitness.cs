using Hub.Contracts.Engine;
using Hub.Contracts.Monitoring;
using Hub.Modules.Render.Leases;

namespace Hub.Modules.Render.Fitness;

/// <summary>
/// Whether this worker may take work, and room for a clip. An unfit worker gives the ticket in its hand away and keeps the slot
/// occupied until it is fit: so it takes one ticket for each slot, and then none.
/// </summary>
internal sealed class WorkerFitness(Surroundings surroundings, WorkerIdentity worker, TimeProvider clock) : IDisposable
{
    /// <summary>Longer than the longest pause of a clip: one that is refused time and again is one trouble.</summary>
    private static readonly TimeSpan RefusalLasts = TimeSpan.FromSeconds(150);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _news = new(0, 1);
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, (Complaint Complaint, DateTimeOffset Until)> _refusals = new(StringComparer.Ordinal);
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyList<Complaint> _complaints = [];
    private ClipNeeds _promised = new(0, 0);

    /// <summary>False: it takes no tickets.</summary>
    public bool IsFit => Volatile.Read(ref _complaints).Count == 0;

    /// <summary>Waits for the first look, if need be.</summary>
    public async Task<bool> IsFitAsync(CancellationToken cancellationToken)
    {
        await _known.Task.WaitAsync(cancellationToken);
        return IsFit;
    }

    /// <summary>Completes when the worker is fit, the time is over, or it stops.</summary>
    public async Task WhenFitAsync(TimeSpan longest, CancellationToken stopping)
    {
        var startedAt = clock.GetTimestamp();
        var change = Change();
        while (!IsFit && !stopping.IsCancellationRequested && longest - clock.GetElapsedTime(startedAt) is var left && left > TimeSpan.Zero)
        {
            await change.WaitAsync(left, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            change = Change();
        }
    }

    /// <summary>Keeps room for a clip until it is disposed.</summary>
    /// <exception cref="UnfitException">There is none. Other clips may find some: the worker stays fit.</exception>
    public IDisposable RoomFor(RenderClip clip)
    {
        var needs = ClipNeeds.Of(clip);
        lock (_gate)
        {
            if (surroundings.LackFor(needs, _promised) is not { } lack)
            {
                _promised += needs;
                return new Room(this, needs);
            }

            Refuse(lack);
            throw new UnfitException(lack);
        }
    }

    /// <summary>After a failure: whether it is the surroundings' doing. To be asked before what the clip has left is removed.</summary>
    /// <returns>What is wrong with the surroundings, or null.</returns>
    public async Task<Complaint?> ExplainAsync(Exception failure, CancellationToken stopping)
    {
        if (failure is UnfitException unfit)
        {
            return unfit.Complaint;
        }

        var found = await FindAsync(stopping);
        if (found.Count > 0)
        {
            Set(found);
            Tell();
            return found[0];
        }

        if (failure is not RenderEngineException { IsOutputFault: true })
        {
            return null;
        }

        // It was so, and is over: what has filled the disk may have been this very clip.
        var fault = new Complaint(AlertCodes.RenderOutputUnwritable, failure.Message);
        lock (_gate)
        {
            Refuse(fault);
        }

        return fault;
    }

    /// <summary>Takes over what a look has found.</summary>
    public void Set(IReadOnlyList<Complaint> complaints)
    {
        lock (_gate)
        {
            Volatile.Write(ref _complaints, complaints);
            worker.UnfitBecause = complaints.Count == 0 ? null : string.Join(' ', complaints.Select(complaint => complaint.Text));
            var changed = _change;
            _change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            changed.TrySetResult();
        }

        _known.TrySetResult();
    }

    /// <summary>What people are to know: why it is unfit, and for which clips it had no room lately. One for each code.</summary>
    public IReadOnlyDictionary<string, Complaint> Troubles()
    {
        lock (_gate)
        {
            foreach (var over in _refusals.Where(refusal => refusal.Value.Until < clock.GetUtcNow()).Select(refusal => refusal.Key).ToList())
            {
                _refusals.Remove(over);
            }

            return _complaints.Concat(_refusals.Values.Select(refusal => refusal.Complaint))
                .DistinctBy(complaint => complaint.Code).ToDictionary(complaint => complaint.Code, StringComparer.Ordinal);
        }
    }

    /// <returns>True when a clip has met with trouble before the time was over.</returns>
    public Task<bool> IsTroubleToldAsync(TimeSpan within, CancellationToken cancellationToken) => _news.WaitAsync(within, cancellationToken);

    public void Dispose() => _news.Dispose();

    /// <summary>A worker that stops has no time for a disk that does not answer.</summary>
    private async Task<IReadOnlyList<Complaint>> FindAsync(CancellationToken stopping)
    {
        try
        {
            return (await surroundings.LookAsync(isThorough: true, stopping)).Complaints;
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }

    private void Refuse(Complaint lack)
    {
        _refusals[lack.Code] = (lack, clock.GetUtcNow() + RefusalLasts);
        Tell();
    }

    private void Tell()
    {
        lock (_gate)
        {
            if (_news.CurrentCount == 0)
            {
                _news.Release();
            }
        }
    }

    private Task Change() => Volatile.Read(ref _change).Task;

    private void GiveBack(ClipNeeds needs)
    {
        lock (_gate)
        {
            _promised -= needs;
        }
    }

    private sealed class Room(WorkerFitness fitness, ClipNeeds needs) : IDisposable
    {
        public void Dispose() => fitness.GiveBack(needs);
    }
}
