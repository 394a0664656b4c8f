using System.Globalization;
using Hub.Tests.Faults.Harness.Judging;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>Every process is stopped in order and started again, one after the other, while clips are asked for and made.</summary>
internal sealed class RollingRestart : Fault
{
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromMilliseconds(60);
    private int _charged;

    public override string Name => "rolling-restart";

    public override string Title => "rolling restart of every process under load, 2 hosts, a client that fails over";

    public override FaultSize Short => new(Jobs: 100, Times: 1);

    public override FaultSize Long => new(Jobs: 200, Times: 1);

    protected override GroundPlan Ground => new() { Hosts = 2, Workers = 2 };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        using var restarted = new CancellationTokenSource();
        var asking = AskSteadilyAsync(run, restarted.Token, cancellationToken);
        for (var host = 0; host < run.Ground.Hosts.Count; host++)
        {
            await StopAsync(run, run.Ground.Hosts[host]);
            await run.Ground.StartHostAsync(host, cancellationToken);
        }

        foreach (var worker in run.Ground.Workers.ToList())
        {
            await StopAsync(run, worker);
            await run.Ground.BuryAsync();
            run.Ground.StartWorker();
            await run.Ground.WorkersAreKnownAsync(cancellationToken);
        }

        await restarted.CancelAsync();
        await asking;
        await run.FinishedAsync(cancellationToken);
        _charged = await run.ChargedAsync();
        run.Note(string.Create(CultureInfo.InvariantCulture, $"{run.Client.FailedOver} requests went to the other host"));
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return new("failed requests", run.Client.Failed, 0);
        yield return new("charged", _charged, 0);
    }

    /// <summary>Goes on until all are restarted, and at least for so many clips as are wanted.</summary>
    private static async Task AskSteadilyAsync(FaultRun run, CancellationToken restarted, CancellationToken cancellationToken)
    {
        for (var job = 0; job < run.Size.Jobs || !restarted.IsCancellationRequested; job++)
        {
            await run.AskAsync("take 100", cancellationToken);
            await FaultRun.PassAsync(BetweenRequests, cancellationToken);
        }
    }

    private static async Task StopAsync(FaultRun run, Processes.HubNode node)
    {
        var code = await node.StopAsync();
        run.Happened();
        run.Limits.Add(new(string.Create(CultureInfo.InvariantCulture, $"exit code of {node.Name}"), code, 0));
    }
}
