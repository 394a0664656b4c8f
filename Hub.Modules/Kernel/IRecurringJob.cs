namespace Hub.Modules.Kernel;

/// <summary>
/// Work that has to be done again and again by one host of all: a clean-up, a watch. Modules register theirs as services, with any
/// lifetime; each run has a scope of its own.
/// </summary>
/// <remarks>
/// No run begins while another one goes on, here or on another host. A run that fails is reported and comes again at its next time; one
/// whose host dies comes again elsewhere within seconds. A host that was taken for dead and is not can be in a run still, so
/// a run must be harmless twice. What was missed while nobody ran is made up for by one run, not by many.
/// </remarks>
public interface IRecurringJob
{
    /// <summary>Unique among all modules, kebab case with the module's prefix: <c>render-reaper</c>. Hosts know the job by it.</summary>
    string Name { get; }

    /// <summary>From one run to the next, a second or more. A run that takes longer delays the next one.</summary>
    TimeSpan Interval { get; }

    /// <summary>One run. Cancelled when the host stops.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
