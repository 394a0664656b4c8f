using System.Globalization;
using Hub.Adapters.EmbeddedRedis;
using Hub.Tests.Faults.Harness.Judging;
using StackExchange.Redis;

namespace Hub.Tests.Faults.Harness.Scenarios;

/// <summary>Redis dies, forgets, or loses a part, with clips being made and tickets in it.</summary>
internal sealed class RedisLost : Fault
{
    private const int Tickets = 10;
    private const double LongestStandstill = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly RedisDurability _durability;
    private readonly Func<FaultRun, CancellationToken, Task> _lose;
    private int _disturbed;

    private RedisLost(string name, string title, RedisDurability durability, Func<FaultRun, CancellationToken, Task> lose)
        => (Name, Title, _durability, _lose) = (name, title, durability, lose);

    public override string Name { get; }

    public override string Title { get; }

    public override FaultSize Short => new(Tickets, Times: KindsOfLoss);

    public override FaultSize Long => new(Tickets, Times: 5 * KindsOfLoss);

    private int KindsOfLoss { get; init; } = 1;

    protected override GroundPlan Ground => new() { Workers = 2, Durability = _durability };

    public static RedisLost Killed(RedisDurability durability)
        => new($"redis-{Word(durability)}", $"Redis SIGKILL and restart, AOF {Word(durability)}", durability, async (run, cancellationToken) =>
        {
            await run.Ground.KillRedisAsync();
            await run.Ground.Redis.RestartAsync(cancellationToken);
        });

    public static RedisLost Forgetful()
        => new("redis-forgets", "FLUSHALL, and a consumer group is deleted, in turns", RedisDurability.EverySecond, (run, _) => run.Injected % 2 == 0
            ? CommandAsync(run, "FLUSHALL")
            : CommandAsync(run, "XGROUP", "DESTROY", "{hub}:queue:render-execute:normal", "bus"))
        { KindsOfLoss = 2 };

    protected override async Task InjectAsync(FaultRun run, CancellationToken cancellationToken)
    {
        for (var time = 0; time < run.Size.Times; time++)
        {
            var gate = Path.Combine(run.Ground.Logs, string.Create(CultureInfo.InvariantCulture, $"gate-{time}"));
            await run.AskAsync(run.Ground.Plan.Workers, $"wait-for {gate}", cancellationToken);
            await Waiting.UntilAsync("all workers are at work", async () => await run.CountAsync("status = 'processing'") == run.Ground.Plan.Workers, Patience, cancellationToken);
            await run.AskAsync(run.Size.Jobs, "take 50", cancellationToken);
            await run.Ground.QuietAsync(cancellationToken);

            await _lose(run, cancellationToken);
            var backAt = TimeProvider.System.GetUtcNow();
            run.Happened();
            await File.WriteAllTextAsync(gate, "", cancellationToken);
            await run.FinishedAsync(cancellationToken);

            // The last of them to be claimed says when everything travels again.
            run.Recoveries.Add(await run.Ground.ReadAsync<double>("SELECT extract(epoch FROM max(at) - $1)::float8 FROM faults.transition WHERE status = 'processing'", backAt.ToUniversalTime()));
        }

        _disturbed = await run.ChargedAsync() + await run.CountAsync(
            "layer_data_json ->> 'do' LIKE 'wait-for%' AND 1 <> (SELECT count(*) FROM faults.transition claimed WHERE claimed.instruction_id = render_instructions.id AND claimed.status = 'processing')");
    }

    protected override IEnumerable<Limit> Judge(FaultRun run)
    {
        yield return Limit.Time("everything travels again after, s", Percentiles.Of(run.Recoveries, 1), LongestStandstill);
        yield return new("running jobs disturbed or charged", _disturbed, 0);
    }

    private static async Task CommandAsync(FaultRun run, string command, params object[] arguments)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"{run.Ground.Redis.ConnectionString},allowAdmin=true");
        await connection.GetDatabase().ExecuteAsync(command, arguments);
    }

    private static string Word(RedisDurability durability) => durability switch
    {
        RedisDurability.Always => "always",
        RedisDurability.EverySecond => "everysec",
        _ => "none",
    };
}
