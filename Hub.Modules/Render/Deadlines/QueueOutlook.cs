using Hub.Modules.Render.Domain;
using Npgsql;

namespace Hub.Modules.Render.Deadlines;

/// <summary>Reads what the forecast needs; asked often, it answers from what it read a moment ago.</summary>
internal sealed class QueueOutlook(NpgsqlDataSource dataSource, TimeProvider clock) : IDisposable
{
    private const int MostClips = 5_000;
    private const int MeasuredClips = 500;
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    /// <summary>With the time by the clock that wrote all the other times.</summary>
    private const string Slots = "SELECT coalesce(sum(slots), 0)::int, now() FROM render.worker";

    private const string Durations =
        """
        SELECT template_name, percentile_cont(0.5) WITHIN GROUP (ORDER BY completed_at - started_at)
        FROM (
          SELECT template_name, started_at, completed_at FROM public.render_instructions
          WHERE status = 'completed' AND started_at < completed_at ORDER BY id DESC LIMIT $1) AS measured
        GROUP BY template_name
        """;

    /// <summary>As tickets go out: those that are out already, then live before backlog, by priority and age. None for what is held.</summary>
    private const string Clips =
        """
        SELECT id, template_name, CASE WHEN status = 'processing' THEN coalesce(started_at, now()) END, not_before, needed_at FROM public.render_instructions
        WHERE status IN ('pending', 'processing') AND not_before IS DISTINCT FROM $2 ORDER BY status DESC, dispatched_at IS NULL, is_backlog, priority, created_at, id LIMIT $1
        """;

    private readonly SemaphoreSlim _reading = new(1);
    private QueueForecast? _last;
    private long _readAt;

    public async Task<QueueForecast> ReadAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_last is null || clock.GetElapsedTime(_readAt) > Fresh)
            {
                _last = await ForecastAsync(cancellationToken);
                _readAt = clock.GetTimestamp();
            }

            return _last;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<QueueForecast> ForecastAsync(CancellationToken cancellationToken)
    {
        await using var batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Slots));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Durations) { Parameters = { new NpgsqlParameter<int> { TypedValue = MeasuredClips } } });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Clips) { Parameters = { new NpgsqlParameter<int> { TypedValue = MostClips }, new NpgsqlParameter<DateTimeOffset> { TypedValue = Held.Until } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (slots, now) = (reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1));
        await reader.NextResultAsync(cancellationToken);
        var medians = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            medians.Add(reader.GetString(0), reader.GetTimeSpan(1));
        }

        await reader.NextResultAsync(cancellationToken);
        var clips = new List<OpenClip>();
        while (await reader.ReadAsync(cancellationToken))
        {
            clips.Add(new OpenClip(reader.GetInt32(0), reader.GetString(1), Instant(reader, 2), Instant(reader, 3), Instant(reader, 4)));
        }

        return new QueueForecast(now, slots, clips, new ClipDurations(medians));
    }

    private static DateTimeOffset? Instant(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
