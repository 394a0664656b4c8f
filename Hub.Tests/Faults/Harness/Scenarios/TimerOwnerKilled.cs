using System.Globalization;
using Hub.Tests.Faults.Harness.Judging;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>Two hosts watch over timers, and one of them dies at the moment when one is due: the time limit of an attempt.</summary>
internal sealed class TimerOwnerKilled : Fault
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UntilDue = TimeSpan.FromSeconds(2);
    private int _firedOnce;
    private int _charged;

    public override string Name => "timer-owner-killed";

    public override string Title => "a host is killed when a timer is due, two hosts";

    public override FaultSize Short => new(Jobs: 1, Times: 2);

    public override FaultSize Long => new(Jobs: 1, Times: 10);

    protected override GroundPlan Ground => new() { Hosts = 2, Workers = 1 };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        for (var time = 0; time < run.Size.Times; time++)
        {
            var gate = Path.Combine(run.Ground.Logs, string.Create(CultureInfo.InvariantCulture, $"gate-{time}"));
            var instruction = await run.AskAsync($"wait-for {gate}", cancellationToken);
            await Waiting.UntilAsync("the clip is being made", async () => await run.CountAsync($"id = {instruction} AND status = 'processing'") == 1, Patience, cancellationToken);
            var dueAt = TimeProvider.System.GetUtcNow() + UntilDue;
            await run.Ground.ReadAsync<int>(
                "WITH moved AS (UPDATE messaging.timer SET due_at = $1 WHERE body LIKE '%' || (SELECT claim_id FROM public.render_instructions WHERE id = $2) || '%' RETURNING 1) SELECT count(*)::int FROM moved",
                dueAt.ToUniversalTime(), instruction);

            // A little before, at, and a little after the moment.
            await FaultRun.PassAsync(UntilDue + TimeSpan.FromMilliseconds(run.Random.Next(-300, 1200)), cancellationToken);
            var victim = run.Random.Next(run.Ground.Hosts.Count);
            await run.Ground.Hosts[victim].KillAsync();
            run.Happened();
            await Waiting.UntilAsync("the time limit is charged", async () => await run.CountAsync($"id = {instruction} AND retry_count = 1") == 1, Patience, cancellationToken);
            run.Recoveries.Add((TimeProvider.System.GetUtcNow() - dueAt).TotalSeconds);
            await File.WriteAllTextAsync(gate, "", cancellationToken);
            await run.Ground.Hosts[victim].DisposeAsync();
            await run.Ground.StartHostAsync(victim, cancellationToken);
            await run.FinishedAsync(cancellationToken);
            _firedOnce += await run.CountAsync($"id = {instruction} AND retry_count = 1 AND lost_workers = 0 AND status = 'completed'");
        }

        _charged = await run.ChargedAsync();
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return new("timers that fired once", _firedOnce, run.Size.Times, IsLeast: true);
        yield return new("charged", _charged, run.Size.Times);
    }
}
