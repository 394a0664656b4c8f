using Hub.Tests.Support;

namespace Hub.Tests.Adapters.Scheduling;

/// <summary>The runs of a test's jobs, in a table that all its hosts write to.</summary>
internal static class RunLog
{
    public const string Create = "CREATE TABLE run (id serial PRIMARY KEY, job text NOT NULL, host text NOT NULL, began_at timestamptz NOT NULL DEFAULT clock_timestamp(), ended_at timestamptz)";

    /// <param name="database">Where they are.</param>
    /// <param name="host">Null: on any.</param>
    /// <param name="job">Which.</param>
    public static Task<long> RunsAsync(this TestDatabase database, string? host = null, string job = RecordedJob.UsualName)
        => database.ScalarAsync<long>($"SELECT count(*) FROM run WHERE job = '{job}' AND '{host}' IN ('', host)");

    public static Task<long> OverlapsAsync(this TestDatabase database)
        => database.ScalarAsync<long>("SELECT count(*) FROM run a JOIN run b ON a.job = b.job AND a.id < b.id AND b.began_at < a.ended_at");

    /// <summary>Waits for more runs than there are now.</summary>
    public static async Task RunsAgainAsync(this TestDatabase database, string? host = null, string job = RecordedJob.UsualName)
    {
        var before = await database.RunsAsync(host, job);
        await Eventually.BecomesTrueAsync($"{job} runs again on {host ?? "any host"}", async () => await database.RunsAsync(host, job) > before);
    }
}
