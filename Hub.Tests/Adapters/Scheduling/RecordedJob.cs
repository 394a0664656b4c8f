using Hub.Modules.Kernel;
using Npgsql;

namespace Hub.Tests.Adapters.Scheduling;

/// <summary>A job that writes down when it began and ended, and on which host.</summary>
internal sealed class RecordedJob(NpgsqlDataSource database, string host) : IRecurringJob
{
    public const string UsualName = "test-recorded";

    public string Name { get; init; } = UsualName;

    /// <summary>How often its interval cannot be told.</summary>
    public int FailingLooks { get; set; }

    public TimeSpan Interval => FailingLooks-- > 0 ? throw new InvalidOperationException("not yet") : TimeSpan.FromSeconds(1);

    /// <summary>What it does in between; a short while of nothing unless the test says otherwise.</summary>
    public Func<CancellationToken, Task> Work { get; init; } = cancellationToken => Task.Delay(50, cancellationToken);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var begin = database.CreateCommand("INSERT INTO run (job, host) VALUES ($1, $2) RETURNING id");
        begin.Parameters.AddWithValue(Name);
        begin.Parameters.AddWithValue(host);
        var id = (int)(await begin.ExecuteScalarAsync(cancellationToken))!;
        try
        {
            await Work(cancellationToken);
        }
        finally
        {
            await using var end = database.CreateCommand("UPDATE run SET ended_at = clock_timestamp() WHERE id = $1");
            end.Parameters.AddWithValue(id);
            await end.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }
}
