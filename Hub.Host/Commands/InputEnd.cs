namespace Hub.Host.Commands;

/// <summary>
/// The end of standard input. Whoever starts a process holds the other end, and lets go of it when it ends, however it ends: the
/// one sign of that which works for every kind of death and on every system.
/// </summary>
internal static class InputEnd
{
    /// <summary>A token that is cancelled at the end of the input, or with <paramref name="cancellationToken"/>.</summary>
    public static CancellationTokenSource Watch(CancellationToken cancellationToken)
    {
        var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _ = ReadAsync(ended);
        return ended;
    }

    private static async Task ReadAsync(CancellationTokenSource ended)
    {
        await using var input = Console.OpenStandardInput();
        // The console's streams block their reader.
        await Task.Factory.StartNew(() => input.CopyTo(Stream.Null), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ended.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
