using Hub.Bench.Measuring;
using Hub.Bench.Transport.Contenders;
using Hub.Bench.Transport.Phases;
using MassTransit;

namespace Hub.Bench.Transport;

/// <summary>A host with several queues on which nothing happens: what it costs all the same.</summary>
internal static class IdleHost
{
    private const int Queues = 10;
    private const double Percent = 100;
    private static readonly TimeSpan TimeToSettle = TimeSpan.FromSeconds(3);

    public static Figure Processor { get; } = new($"idle host of {Queues} queues: processor", "%");

    public static Figure Commands { get; } = new("idle host: Redis commands", "/s and queue");

    /// <param name="name">Whose.</param>
    /// <param name="use">Chooses the transport.</param>
    /// <param name="duration">How long it is watched.</param>
    /// <param name="commands">Counts the commands the server has executed; null where there is none to ask.</param>
    /// <param name="board">Told the figures.</param>
    /// <returns>The commands by name; null where nobody was asked.</returns>
    public static async Task<IReadOnlyDictionary<string, long>?> MeasureAsync(
        string name, Action<IBusRegistrationConfigurator> use, TimeSpan duration, CommandCount? commands, Scoreboard board)
    {
        await using var host = await BusContender.StartAsync(name, use);
        for (var queue = 0; queue < Queues; queue++)
            await host.ConsumeAsync($"bench-idle-{queue}", Endpoint.Places, Endpoint.Prefetch);
        await Task.Delay(TimeToSettle);

        var before = commands is null ? null : await commands.ReadAsync();
        var processor = Environment.CpuUsage.TotalTime;
        await Task.Delay(duration);
        board.Add(name, Processor, (Environment.CpuUsage.TotalTime - processor) / duration * Percent);
        if (before is null)
            return null;

        var executed = (await commands!.ReadAsync()).ToDictionary(command => command.Key, command => command.Value - before.GetValueOrDefault(command.Key), StringComparer.Ordinal);
        board.Add(name, Commands, executed.Values.Sum() / duration.TotalSeconds / Queues);
        return executed;
    }
}
