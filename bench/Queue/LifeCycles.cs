using System.Diagnostics;

namespace Hub.Bench.Queue;

/// <summary>Instructions on their way.</summary>
internal static class LifeCycles
{
    /// <summary>Requests until there is a row for each.</summary>
    /// <returns>How long it took.</returns>
    public static Task<TimeSpan> AcceptAsync(BenchHub hub, int clips) => RunAsync(hub, clips, "pending");

    /// <summary>Requests until each is completed: request, ticket, claim, result, and the row of the finished clip.</summary>
    /// <returns>How long it took.</returns>
    public static async Task<TimeSpan> CompleteAsync(BenchHub hub, int clips)
    {
        var newest = await hub.NewestAsync();
        var elapsed = await RunAsync(hub, clips, "completed");
        var outputs = await hub.ReadAsync<long>("SELECT count(*) FROM public.render_outputs WHERE instruction_id > $1", new Npgsql.NpgsqlParameter { Value = newest });
        return outputs == clips ? elapsed : throw new InvalidOperationException($"{clips} instructions are completed and have {outputs} clips.");
    }

    /// <summary>Requests one at a time, so many a second, until told to stop, and waits until all are completed: a hub at work.</summary>
    public static async Task KeepBusyAsync(BenchHub hub, int perSecond, CancellationToken cancellationToken)
    {
        var newest = await hub.NewestAsync();
        var requested = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1) / perSecond);
        try
        {
            for (; await timer.WaitForNextTickAsync(cancellationToken); requested++)
                await hub.RequestAsync(1);
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }

        await hub.WaitForAsync(requested, "completed", newest);
    }

    private static async Task<TimeSpan> RunAsync(BenchHub hub, int clips, string status)
    {
        var newest = await hub.NewestAsync();
        var startedAt = Stopwatch.GetTimestamp();
        var sending = hub.RequestAsync(clips);
        await hub.WaitForAsync(clips, status, newest);
        await sending;
        return Stopwatch.GetElapsedTime(startedAt);
    }
}
