using System.Globalization;
using Hub.Tests.Faults.Harness.Processes;
using StackExchange.Redis;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>Everything at once, as the seed has it: processes and servers die, stall and forget while clips are asked for and made.</summary>
internal sealed class Mixture : Fault
{
    private static readonly TimeSpan StallsFor = TimeSpan.FromSeconds(7);

    public override string Name => "mixture";

    public override string Title => "whatever the seed brings, one thing after the other";

    public override FaultSize Short => new(Jobs: 100, Times: 6);

    public override FaultSize Long => new(Jobs: 1000, Times: 60);

    protected override GroundPlan Ground => new() { Hosts = 2, Workers = 3, LosesAnswers = true };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        var asking = run.AskAsync(run.Size.Jobs, "take 200", cancellationToken);
        for (var time = 0; time < run.Size.Times; time++)
        {
            // Drawn before anything is done, so that a seed means the same schedule however fast the machine is.
            var (kind, pause, chance) = (run.Random.Next(8), TimeSpan.FromMilliseconds(run.Random.Next(500, 3000)), run.Random.Next(1000));
            await FaultRun.PassAsync(pause, cancellationToken);
            var done = await DoAsync(run, kind, chance, cancellationToken);
            run.Note(string.Create(CultureInfo.InvariantCulture, $"{time + 1}: {done}"));
            run.Happened();
        }

        run.Ground.Line.LoseEvery(0);
        await asking;
    }

    private static async Task<string> DoAsync(FaultRun run, int kind, int chance, CancellationToken cancellationToken)
    {
        var (workers, hosts) = (run.Ground.Workers, run.Ground.Hosts);
        switch (kind)
        {
            case 0 or 1:
                await run.KillAsync(workers[chance % workers.Count], cancellationToken);
                await run.Ground.BuryAsync();
                run.Ground.StartWorker();
                return "a worker is killed";
            case 2:
                return await StallAsync(workers[chance % workers.Count], "a worker", cancellationToken);
            case 3:
                return await StallAsync(hosts[chance % hosts.Count], "a host", cancellationToken);
            case 4:
                await hosts[chance % hosts.Count].KillAsync();
                await hosts[chance % hosts.Count].DisposeAsync();
                await run.Ground.StartHostAsync(chance % hosts.Count, cancellationToken);
                return "a host is killed and started again";
            case 5:
                await using (var connection = await ConnectionMultiplexer.ConnectAsync($"{run.Ground.Redis.ConnectionString},allowAdmin=true"))
                    await connection.GetDatabase().ExecuteAsync("FLUSHALL");
                return "Redis is flushed";
            case 6:
                await run.Ground.KillRedisAsync();
                await run.Ground.Redis.RestartAsync(cancellationToken);
                return "Redis is killed and started again";
            default:
                run.Watch.Excuse(TimeSpan.FromSeconds(20));
                await run.Ground.KillPostgresAsync();
                await run.Ground.Postgres.RestartAsync(cancellationToken);
                run.Ground.Line.LoseEvery(10 + (chance % 20));
                return "PostgreSQL is killed and started again, and from now on answers to commits are lost";
        }
    }

    private static async Task<string> StallAsync(HubNode node, string what, CancellationToken cancellationToken)
    {
        await node.SignalAsync("STOP");
        await FaultRun.PassAsync(StallsFor, cancellationToken);
        await node.SignalAsync("CONT");
        return $"{what} stands still for {StallsFor.TotalSeconds:0} s";
    }
}
