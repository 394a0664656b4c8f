using System.CommandLine;
using Hub.Bench.Measuring;
using Hub.Bench.Transport.Contenders;

namespace Hub.Bench.Transport;

/// <summary>
/// <c>transport</c>: our Redis transport beside RabbitMQ, MassTransit's in-memory transport, and what Redis itself can do; in one run,
/// the contenders taking turns.
/// </summary>
internal static class TransportBench
{
    private static readonly Option<bool> Quick = new("--quick") { Description = "Only see that it works; judges nothing." };
    private static readonly Option<bool> Long = new("--long") { Description = "Nine longer rounds instead of five, and slow messages of 20 s." };

    public static Command Create()
    {
        var command = new Command("transport", "Measure how messages travel.") { Options = { Quick, Long } };
        command.SetAction((arguments, cancellationToken) => RunAsync(
            arguments.GetValue(Quick) ? TransportPlan.Quick : arguments.GetValue(Long) ? TransportPlan.Long : TransportPlan.Ordinary,
            isJudged: !arguments.GetValue(Quick),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(TransportPlan plan, bool isJudged, CancellationToken cancellationToken)
    {
        await using var servers = await TransportServers.StartAsync(cancellationToken);
        var board = new Scoreboard(TransportServers.Names);
        var phases = new TransportPhases(plan);
        await MeasureTravelAsync(servers, phases, plan.Rounds, board);
        IReadOnlyDictionary<string, long>? idleCommands = null;
        foreach (var (name, use) in servers.Buses)
        {
            var executed = await IdleHost.MeasureAsync(name, use, plan.Idle, name == TransportServers.Redis ? servers.RedisCommands : null, board);
            idleCommands ??= executed;
        }


        board.Print();
        var goals = TransportGoals.Of(phases, board);
        Console.WriteLine();
        Console.WriteLine($"Written to {ResultFile.Write("transport", new { plan, board.Results, idleCommands, goals })}");
        var exitCode = Goal.Judge(goals);
        return isJudged ? exitCode : 0;
    }

    private static async Task MeasureTravelAsync(TransportServers servers, TransportPhases phases, int rounds, Scoreboard board)
    {
        var contenders = new List<IContender>();
        try
        {
            foreach (var (name, use) in servers.Buses)
                contenders.Add(await BusContender.StartAsync(name, use));
            contenders.Add(await RawStreams.StartAsync(servers.RedisConnectionString));

            await RoundAsync(contenders, new TransportPhases(TransportPlan.WarmUp), (_, _, _) => { });
            for (var round = 1; round <= rounds; round++)
            {
                Console.WriteLine($"round {round} of {rounds} …");
                await RoundAsync(contenders, phases, board.Add);
                // Whoever was first is last the next time.
                contenders = [.. contenders.Skip(1), contenders[0]];
            }
        }
        finally
        {
            foreach (var contender in contenders)
                await contender.DisposeAsync();
        }
    }

    private static async Task RoundAsync(IReadOnlyList<IContender> contenders, TransportPhases phases, Action<string, Figure, double> record)
    {
        foreach (var phase in phases.All)
        {
            foreach (var contender in contenders)
            {
                GC.Collect();
                await phase.MeasureAsync(contender, (figure, value) => record(contender.Name, figure, value));
            }
        }
    }
}
