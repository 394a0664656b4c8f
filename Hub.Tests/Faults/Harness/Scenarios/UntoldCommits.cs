using Hub.Tests.Faults.Harness.Judging;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>A host dies after the commit of a request and before anybody, the client included, is told of it.</summary>
/// <param name="hasSecondHost">Another host is there; otherwise the same one is started again.</param>
internal sealed class UntoldCommits(bool hasSecondHost) : Fault
{
    public override string Name => hasSecondHost ? "untold-commits-second-host" : "untold-commits-restart";

    public override string Title => hasSecondHost ? "host killed between commit and publish, a second host is there" : "host killed between commit and publish, and started again";

    public override FaultSize Short => new(Jobs: 1, Times: 2);

    public override FaultSize Long => new(Jobs: 1, Times: 50);

    protected override GroundPlan Ground => new() { Hosts = hasSecondHost ? 2 : 1, Workers = 1 };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        var victim = hasSecondHost ? 1 : 0;
        for (var time = 0; time < run.Size.Times; time++)
        {
            await run.Ground.Hosts[victim].KillAsync();
            await run.Ground.Hosts[victim].DisposeAsync();
            var doomed = await run.Ground.StartHostAsync(victim, cancellationToken, ("Faults:KillAt", "outbox-committed"));
            await run.Ground.QuietAsync(cancellationToken);

            // Without an answer the client asks again; which host it asks first makes no difference to the row.
            var asking = AskAsync(run, victim, cancellationToken);
            await doomed.EndedAsync(cancellationToken);
            var since = TimeProvider.System.GetUtcNow();
            run.Happened();
            if (!hasSecondHost)
            {
                await doomed.DisposeAsync();
                await run.Ground.StartHostAsync(victim, cancellationToken);
                since = TimeProvider.System.GetUtcNow();
            }

            var instruction = await asking;
            await run.FinishedAsync(cancellationToken);
            var claimedAfter = await run.Ground.ReadAsync<double>(
                "SELECT extract(epoch FROM min(at) - $2)::float8 FROM faults.transition WHERE status = 'processing' AND instruction_id = $1", instruction, since.ToUniversalTime());
            run.Recoveries.Add(Math.Max(0, claimedAfter));
        }
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return Limit.Time("queued and claimed after, s, at most", Percentiles.Of(run.Recoveries, 1), hasSecondHost ? 1 : 2);
    }

    private static async Task<int> AskAsync(FaultRun run, int host, CancellationToken cancellationToken)
    {
        var instruction = await run.Client.AskForClipAsync("take 50", cancellationToken, host);
        run.Accept(instruction);
        return instruction;
    }
}
