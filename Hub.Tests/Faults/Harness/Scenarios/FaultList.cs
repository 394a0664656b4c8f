using Hub.Adapters.EmbeddedRedis;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>Every fault there is, in the order in which they are tried.</summary>
internal static class FaultList
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new KilledWorkers(),
        new KilledAtPoints(),
        new KilledCoordinators(),
        new Zombies(),
        new UntoldCommits(hasSecondHost: false),
        new UntoldCommits(hasSecondHost: true),
        RedisLost.Killed(RedisDurability.Always),
        RedisLost.Killed(RedisDurability.EverySecond),
        RedisLost.Killed(RedisDurability.None),
        RedisLost.Forgetful(),
        new PostgresKilled(),
        new LostAnswers(),
        new UnheardAnswers(),
        new HangingEngines(),
        new PoisonJob(),
        new Races(),
        new BrokenDisk(isFull: true),
        new BrokenDisk(isFull: false),
        new TimerOwnerKilled(),
        new RollingRestart(),
        new Mixture(),
    ];
}
