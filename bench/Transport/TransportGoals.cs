using Hub.Bench.Measuring;

namespace Hub.Bench.Transport;

/// <summary>What our transport has to reach, RabbitMQ in the same run being the yardstick.</summary>
internal static class TransportGoals
{
    private const double MostLatency = 1.5;
    private const double LeastThroughput = 0.8;
    private const double MostLossBesideSlow = 0.25;
    private const double MostIdleCommands = 2;
    private const double MostIdleProcessor = 1;

    public static IReadOnlyList<Goal> Of(TransportPhases phases, Scoreboard board)
    {
        Figure[] latencies =
        [
            phases.BackToBack.ArrivalP50, phases.BackToBack.ArrivalP99, phases.BackToBack.ReturnP50, phases.BackToBack.ReturnP99,
            phases.Paced.ArrivalP50, phases.Paced.ArrivalP99, phases.Paced.ReturnP50, phases.Paced.ReturnP99,
        ];
        Figure[] rates = [phases.Backlog.Fill, phases.Backlog.Drain, phases.Throughput.Rate, phases.Slow.BesideMany];
        return
        [
            .. latencies.Select(figure => Goal.AtMost($"{figure.Name}, part of RabbitMQ's", OfRabbitMq(figure), MostLatency)),
            .. rates.Select(figure => Goal.AtLeast($"{figure.Name}, part of RabbitMQ's", OfRabbitMq(figure), LeastThroughput)),
            Goal.AtMost("lost to one slow message", 1 - (Redis(phases.Slow.BesideOne) / Redis(phases.Slow.Alone)), MostLossBesideSlow),
            Goal.AtMost(IdleHost.Commands.ToString(), Redis(IdleHost.Commands), MostIdleCommands),
            Goal.AtMost(IdleHost.Processor.ToString(), Redis(IdleHost.Processor), MostIdleProcessor),
        ];

        double Redis(Figure figure) => board.Of(TransportServers.Redis, figure).Median;
        double OfRabbitMq(Figure figure) => Redis(figure) / board.Of(TransportServers.RabbitMq, figure).Median;
    }
}
