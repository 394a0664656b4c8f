namespace Hub.Modules.Kernel;

/// <summary>One section of v1's <c>/stats</c>: counts of what a module owns.</summary>
public interface IStatsSource
{
    /// <summary>Key of the section, e.g. <c>hands</c>.</summary>
    string Section { get; }

    /// <summary>Counts by name; <c>total</c> is always among them.</summary>
    Task<IReadOnlyDictionary<string, long>> ReadAsync(CancellationToken cancellationToken);
}
