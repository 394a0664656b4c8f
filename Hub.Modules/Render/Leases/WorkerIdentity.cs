using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Leases;

/// <summary>Who this worker process is.</summary>
internal sealed class WorkerIdentity(IOptions<RenderOptions> options)
{
    // One clip alone leaves cores idle while its encoder starts and ends.
    private const int FewestSlots = 2;

    private int _id;
    private string? _unfitBecause;

    /// <summary>Machine and process, for people.</summary>
    public string Name { get; } = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>Clips rendered at a time.</summary>
    public int Slots { get; } = options.Value.Worker.Concurrency ?? Math.Max(FewestSlots, Environment.ProcessorCount / 2);

    /// <summary>Why it takes no work now; null when it does.</summary>
    public string? UnfitBecause
    {
        get => Volatile.Read(ref _unfitBecause);
        set => Volatile.Write(ref _unfitBecause, value);
    }

    /// <summary>Clips it would take now.</summary>
    public int OpenSlots => UnfitBecause is null ? Slots : 0;

    public TimeSpan Lease { get; } = TimeSpan.FromSeconds(options.Value.LeaseSeconds);

    /// <summary>Given by the database when the process first has contact with it, and kept from then on; 0 before.</summary>
    public int Id
    {
        get => Volatile.Read(ref _id);
        set => Volatile.Write(ref _id, value);
    }
}
