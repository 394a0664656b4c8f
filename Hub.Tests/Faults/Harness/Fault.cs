using System.Diagnostics;
using Hub.Tests.Faults.Harness.Judging;

namespace Hub.Tests.Faults.Harness;

/// <summary>A way in which the world is bad to the hub, and what the hub owes whoever uses it meanwhile.</summary>
internal abstract class Fault
{
    /// <summary>What it is called on a command line.</summary>
    public abstract string Name { get; }

    /// <summary>What happens, in words.</summary>
    public abstract string Title { get; }

    /// <summary>As much as fits into a few minutes together with all others.</summary>
    public abstract FaultSize Short { get; }

    /// <summary>As much as the hub is judged by.</summary>
    public abstract FaultSize Long { get; }

    /// <summary>Why it cannot be tried on this machine, or null.</summary>
    public virtual string? Obstacle => null;

    protected virtual GroundPlan Ground => new();

    /// <summary>Starts a hub, lets the fault happen to it, waits until all is quiet, and looks at what is left.</summary>
    /// <param name="size">How much of it.</param>
    /// <param name="seed">The same seed makes the same things happen in the same order.</param>
    /// <param name="engineCommand">Program and arguments of an engine child that serves <see cref="Engine.FaultCardEngine"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<FaultReport> RunAsync(FaultSize size, int seed, IReadOnlyList<string> engineCommand, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var ground = await FaultGround.StartAsync(Ground, engineCommand, cancellationToken);
        using var client = ground.CreateClient();
        var watch = new StrandedWatch(ground.Database, StrandedWatch.UsualGrace);
        FaultRun run;
        await using (watch)
        {
            run = new FaultRun(ground, client, watch, size, seed);
            await InjectAsync(run, cancellationToken);
            await run.FinishedAsync(cancellationToken);
            await run.ReckonAsync(cancellationToken);
        }

        var endings = await ground.StopAsync();
        var invariants = await new InvariantCheck(ground.Database, ground.ClipFolder).RunAsync(run.Accepted, run.MayFail, watch.Count, cancellationToken);
        run.Limits.Add(new("processes that ended badly when told to stop", endings.Count, 0));
        return new FaultReport
        {
            Fault = Name,
            Accepted = run.Accepted.Count,
            Injected = run.Injected,
            Invariants = invariants,
            Recoveries = run.Recoveries,
            Limits = [.. invariants.ToLimits(), .. Judge(run), .. run.Limits],
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
            Notes = [.. run.Notes, .. endings],
        };
    }

    /// <summary>Puts work in and lets the fault happen. What was accepted is finished afterwards by itself.</summary>
    protected abstract Task InjectAsync(FaultRun run, CancellationToken cancellationToken);

    /// <summary>What this fault may cost besides.</summary>
    protected virtual IEnumerable<Limit> Judge(FaultRun run) => [];
}
