namespace Hub.Host.Commands.Replay;

/// <summary>Plays sessions into a folder the way PokerGFX writes: the whole file anew, in place, after each hand.</summary>
/// <param name="folder">The table's folder, watched by a hub.</param>
/// <param name="pace">From one hand to the next; what happens in between takes a quarter of it each time.</param>
/// <param name="clock">Measures the pace.</param>
internal sealed class SessionPlayer(string folder, TimeSpan pace, TimeProvider clock)
{
    private const int StepsInPace = 4;

    /// <summary>Plays all steps; tells the number of each hand whose state is final.</summary>
    public async Task PlayAsync(ReplayScript script, Func<int, Task> handPlayed, CancellationToken cancellationToken)
    {
        var hand = 0;
        foreach (var step in script.Steps())
        {
            await TakeAsync(step, cancellationToken);
            if (step.EndsHand)
                await handPlayed(++hand);
            await Task.Delay(step.EndsHand ? pace : pace / StepsInPace, clock, cancellationToken);
        }
    }

    private async Task TakeAsync(ReplayStep step, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, step.File);
        if (step.Content is not { } content)
        {
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        await file.WriteAsync(content[..(step.Length ?? content.Length)], cancellationToken);
    }
}
