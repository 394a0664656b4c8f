using Hub.Modules.Kernel;
using Npgsql;

namespace Hub.Host.Commands.Demo.Once;

/// <summary>
/// Waits until nothing is unread, undelivered or open. The counters are read one after the other while work moves from one to
/// the next, so all of them being 0 proves nothing by itself: a hand could be on its way from a counter not yet read to one
/// already read. Each such move leaves a trace in the database, so a look counts only when the trace was the same before and
/// after it: then nothing moved, and what was 0 at some moment of the look was 0 during all of it.
/// </summary>
internal sealed class Settlement(IServiceScopeFactory scopes, RunLedger ledger, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Longer than any lease, backoff or sweep of the hub: what stands still for that long does not move any more.</summary>
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromMinutes(6);

    /// <summary>Returns when all is done, or when nothing has moved for minutes: then what is left.</summary>
    public async Task<IReadOnlyList<OpenWork>> WaitAsync(CancellationToken cancellationToken)
    {
        var last = "";
        var movedAt = clock.GetTimestamp();
        while (true)
        {
            var (before, open, after) = await LookAsync(cancellationToken);
            if (open.Count == 0 && before == after)
                return [];

            var seen = $"{after} {string.Join(", ", open)}";
            if (seen != last)
                (last, movedAt) = (seen, clock.GetTimestamp());
            else if (clock.GetElapsedTime(movedAt) > LongestStandstill)
                return open;
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private async Task<(string Before, IReadOnlyList<OpenWork> Open, string After)> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var before = await ledger.TraceAsync(cancellationToken);
            var open = await CountAsync(cancellationToken);
            return (before, open, await ledger.TraceAsync(cancellationToken));
        }
        catch (NpgsqlException exception)
        {
            return ("", [new($"database that does not answer ({exception.Message})", 1)], "");
        }
    }

    private async Task<IReadOnlyList<OpenWork>> CountAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        List<OpenWork> open = [];
        foreach (var work in scope.ServiceProvider.GetServices<IPendingWork>())
        {
            if (await work.CountAsync(cancellationToken) is > 0 and var count)
                open.Add(new(work.Name, count));
        }

        return open;
    }
}
