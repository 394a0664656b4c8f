using System.Diagnostics;
using Npgsql;

namespace Hub.Tests.Faults.Harness.Judging;

/// <summary>
/// Looks all the time for open instructions that nothing will ever move: not claimed, no ticket out although there is room, no time set,
/// no verdict on its way. Between two steps that is normal for moments; for seconds it is not.
/// </summary>
internal sealed class StrandedWatch : IAsyncDisposable
{
    private const string Look =
        """
        WITH room AS (
          SELECT greatest(16, 2 * (SELECT coalesce(sum(slots), 0) FROM render.worker))
            > (SELECT count(*) FROM public.render_instructions WHERE status IN ('pending', 'processing') AND dispatched_at IS NOT NULL) AS is_there
        )
        SELECT id, attempt, status FROM public.render_instructions instruction
        WHERE (status = 'processing' AND NOT EXISTS (SELECT FROM render.lease WHERE lease.claim_id = instruction.claim_id)
            AND NOT EXISTS (SELECT FROM messaging.outbox_message message WHERE message.body LIKE '%' || instruction.correlation_id || '%'))
          OR (status = 'pending' AND dispatched_at IS NULL AND (not_before IS NULL OR not_before < now()) AND (SELECT is_there FROM room))
        """;

    /// <summary>Longer than any two steps lie apart on a busy machine.</summary>
    public static readonly TimeSpan UsualGrace = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource _ending = new();
    private readonly Dictionary<(int Id, long Attempt, string Status), long> _since = [];
    private readonly HashSet<int> _stranded = [];
    private readonly NpgsqlDataSource _database;
    private readonly TimeSpan _grace;
    private readonly Task _watching;
    private long _pausedUntil;
    private int _looks;

    /// <param name="database">Where the instructions are.</param>
    /// <param name="grace">For how long nothing may move one before it counts.</param>
    public StrandedWatch(NpgsqlDataSource database, TimeSpan grace)
    {
        (_database, _grace) = (database, grace);
        _watching = WatchAsync();
    }

    /// <summary>How many were found so far.</summary>
    public int Count => _stranded.Count;

    /// <summary>How often it has looked without being disturbed.</summary>
    public int Looks => Volatile.Read(ref _looks);

    /// <summary>While nothing can be moved, because a part that moves it is down, nothing is stranded.</summary>
    public void Excuse(TimeSpan time) => Volatile.Write(ref _pausedUntil, Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency));

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _watching;
        _ending.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Interval, _ending.Token);
                await LookAsync();
            }
            catch (Exception exception) when (exception is NpgsqlException or OperationCanceledException or IOException)
            {
                // The database is away, which may be the fault itself.
                _since.Clear();
            }
        }
    }

    private async Task LookAsync()
    {
        var now = Stopwatch.GetTimestamp();
        if (now < Volatile.Read(ref _pausedUntil))
        {
            _since.Clear();
            return;
        }

        var seen = new HashSet<(int, long, string)>();
        await using var command = _database.CreateCommand(Look);
        await using var reader = await command.ExecuteReaderAsync(_ending.Token);
        while (await reader.ReadAsync(_ending.Token))
        {
            var instruction = (reader.GetInt32(0), reader.GetInt64(1), reader.GetString(2));
            seen.Add(instruction);
            _since.TryAdd(instruction, now);
        }

        foreach (var gone in _since.Keys.Where(instruction => !seen.Contains(instruction)).ToList())
            _since.Remove(gone);
        Interlocked.Increment(ref _looks);
        _stranded.UnionWith(_since.Where(instruction => Stopwatch.GetElapsedTime(instruction.Value, now) > _grace).Select(instruction => instruction.Key.Id));
    }
}
