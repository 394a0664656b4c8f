using Npgsql;

namespace Hub.Adapters.Scheduling.Quartz;

/// <summary>
/// The database's time, as far as this host can tell it. Quartz writes times into the tables that all hosts go by: one whose own clock
/// is ahead would put everybody's next run off, one whose clock is behind would be taken for dead.
/// </summary>
internal sealed class DatabaseClock : TimeProvider
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(1);
    private TimeProvider _host = System;
    private long _ahead;

    public override long TimestampFrequency => _host.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _host.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _ahead));

    public override long GetTimestamp() => _host.GetTimestamp();

    /// <summary>Compares the host's clock with the database's. An answer that takes too long to say much changes nothing.</summary>
    public async Task CompareAsync(TimeProvider host, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        _host = host;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT clock_timestamp()", connection);
        var (askedAt, asked) = (host.GetUtcNow(), host.GetTimestamp());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var took = host.GetElapsedTime(asked);
        if (took < LongestAnswer)
        {
            Volatile.Write(ref _ahead, (reader.GetFieldValue<DateTimeOffset>(0) - (askedAt + (took / 2))).Ticks);
        }
    }
}
