using Hub.Adapters.EmbeddedRedis;

namespace Hub.Tests.Faults.Harness;

/// <summary>The hub that a fault happens to.</summary>
internal sealed record GroundPlan
{
    /// <summary>Hosts that take requests and hand out work, and render nothing themselves.</summary>
    public int Hosts { get; init; } = 1;

    /// <summary>Hosts that only render.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>Clips that a worker makes at a time.</summary>
    public int Slots { get; init; } = 1;

    public RedisDurability Durability { get; init; } = RedisDurability.EverySecond;

    /// <summary>Between the hub and PostgreSQL stands a line that can lose the answers to commits.</summary>
    public bool LosesAnswers { get; init; }

    /// <summary>Clips go to a disk of a few megabytes of their own.</summary>
    public bool HasSmallDisk { get; init; }

    /// <summary>Settings of all hosts besides the usual ones.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
