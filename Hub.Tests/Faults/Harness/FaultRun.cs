using System.Collections.Concurrent;
using System.Globalization;
using Hub.Tests.Faults.Harness.Judging;
using Hub.Tests.Faults.Harness.Processes;
using Npgsql;

namespace Hub.Tests.Faults.Harness;

/// <summary>One run of a fault: what was put in, what was done to it, what was seen.</summary>
internal sealed class FaultRun(FaultGround ground, HubClient client, StrandedWatch watch, FaultSize size, int seed)
{
    private const int Askers = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly ConcurrentQueue<int> _accepted = new();
    private readonly List<(HeldInstruction Held, DateTimeOffset LostAt)> _interrupted = [];
    private int _injected;

    public FaultGround Ground => ground;

    public HubClient Client => client;

    public StrandedWatch Watch => watch;

    public FaultSize Size => size;

    public int Seed => seed;

    public Random Random { get; } = new(seed);

    /// <summary>Instructions that the hub has said it will render.</summary>
    public IReadOnlyCollection<int> Accepted => _accepted;

    /// <summary>Those that were made to fail.</summary>
    public List<int> MayFail { get; } = [];

    public int Injected => _injected;

    /// <summary>Seconds.</summary>
    public List<double> Recoveries { get; } = [];

    public List<Limit> Limits { get; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>The fault has happened once more.</summary>
    public void Happened() => Interlocked.Increment(ref _injected);

    public void Note(string note) => Notes.Add(note);

    /// <summary>Asks for clips, a few at a time, until all are accepted.</summary>
    public Task AskAsync(int jobs, string order, CancellationToken cancellationToken)
        => Parallel.ForEachAsync(
            Enumerable.Range(0, jobs),
            new ParallelOptions { MaxDegreeOfParallelism = Askers, CancellationToken = cancellationToken },
            async (_, token) => await AskAsync(order, token));

    /// <summary>Asks for one clip until it is accepted.</summary>
    /// <returns>The instruction.</returns>
    public async Task<int> AskAsync(string order, CancellationToken cancellationToken)
    {
        var instruction = await client.AskForClipAsync(order, cancellationToken);
        _accepted.Enqueue(instruction);
        return instruction;
    }

    /// <summary>An instruction that came to the hub in another way.</summary>
    public void Accept(int instruction) => _accepted.Enqueue(instruction);

    /// <summary>SIGKILL for a worker; what it had in hand is looked after.</summary>
    public async Task KillAsync(HubNode worker, CancellationToken cancellationToken)
    {
        var killedAt = await worker.KillAsync();
        Happened();
        await InterruptedAsync(worker, killedAt, cancellationToken);
    }

    /// <summary>Notes what a worker had in hand that has just died or stopped.</summary>
    /// <returns>What it was.</returns>
    public async Task<IReadOnlyList<HeldInstruction>> InterruptedAsync(HubNode worker, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var held = await History.HeldByAsync(ground.Database, worker.WorkerName, cancellationToken);
        _interrupted.AddRange(held.Select(one => (one, at)));
        return held;
    }

    /// <summary>Workers with a clip in hand.</summary>
    public async Task<IReadOnlyList<HubNode>> BusyWorkersAsync()
    {
        var busy = await ground.ReadAsync<string[]>("SELECT coalesce(array_agg(worker.name::text), '{}') FROM render.lease JOIN render.worker ON worker.id = lease.worker_id");
        return [.. ground.Workers.Where(worker => !worker.HasExited && busy.Contains(worker.WorkerName, StringComparer.Ordinal))];
    }

    /// <summary>How many of the accepted instructions are still to be done.</summary>
    public Task<int> OpenAsync()
        => ground.ReadAsync<int>("SELECT count(*)::int FROM public.render_instructions WHERE id = ANY ($1) AND status IN ('pending', 'processing')", _accepted.ToArray());

    /// <summary>How many instructions fulfil a condition.</summary>
    public Task<int> CountAsync(string condition) => ground.ReadAsync<int>($"SELECT count(*)::int FROM public.render_instructions WHERE {condition}");

    /// <summary>Waits until every accepted instruction has come to its end. What does not in time is found by the invariants.</summary>
    public async Task FinishedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Waiting.UntilAsync("every accepted instruction has come to its end", async () => await OpenAsync() == 0, Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            var open = await OpenAsync();
            Note(string.Create(CultureInfo.InvariantCulture, $"{open} instructions were still open after {Patience.TotalMinutes:0} minutes"));
        }
    }

    /// <summary>Charged failures and workers counted as lost, over all instructions.</summary>
    public Task<int> ChargedAsync() => ground.ReadAsync<int>("SELECT coalesce(sum(coalesce(retry_count, 0) + lost_workers), 0)::int FROM public.render_instructions");

    /// <summary>Retries charged to clips, over all instructions: a worker's death or silence is none.</summary>
    public Task<int> RetriesAsync() => ground.ReadAsync<int>("SELECT coalesce(sum(retry_count), 0)::int FROM public.render_instructions");

    /// <summary>Finds out when everything that was interrupted was claimed again.</summary>
    public async Task ReckonAsync(CancellationToken cancellationToken)
    {
        foreach (var (held, lostAt) in _interrupted)
        {
            if (await History.ClaimedAgainAsync(ground.Database, held, lostAt, cancellationToken) is { } claimedAt)
                Recoveries.Add((claimedAt - lostAt).TotalSeconds);
        }
    }

    /// <summary>Waits until a new claim is made, be it of anything.</summary>
    /// <returns>How long after <paramref name="since"/> that was, in seconds.</returns>
    public async Task<double> NextClaimAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var seconds = double.NaN;
        await Waiting.UntilAsync("something is claimed again", async () =>
        {
            try
            {
                seconds = await ground.ReadAsync<double>(
                    "SELECT coalesce(extract(epoch FROM min(at) - $1)::float8, 'NaN') FROM faults.transition WHERE status = 'processing' AND at > $1", since.ToUniversalTime());
            }
            catch (NpgsqlException)
            {
                // It is the database that is coming back.
            }

            return !double.IsNaN(seconds);
        }, Patience, cancellationToken);
        return seconds;
    }

    /// <summary>Waits for a moment that belongs to the load and not to the hub: how long a job takes, how far apart faults lie.</summary>
    public static Task PassAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, cancellationToken);
}
