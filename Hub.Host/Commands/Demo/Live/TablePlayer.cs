using System.Text.Json;

namespace Hub.Host.Commands.Demo.Live;

/// <summary>Plays the sessions of one table into a folder, the way PokerGFX writes: the whole file anew after each hand.</summary>
internal sealed class TablePlayer(DemoTable table, string target, TimeProvider clock, TextWriter output)
{
    /// <summary>From one hand to the next: long enough to watch its captions, short enough not to wait.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(7);

    /// <summary>Plays until all hands are played.</summary>
    public async Task PlayAsync(TimeSpan startsIn, CancellationToken cancellationToken)
    {
        await Task.Delay(startsIn, clock, cancellationToken);
        foreach (var file in Directory.EnumerateFiles(table.Folder, "PGFX*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            await PlayAsync(file, cancellationToken);
        await output.WriteLineAsync($"{table.Name}: all hands played");
    }

    private async Task PlayAsync(string file, CancellationToken cancellationToken)
    {
        var json = await File.ReadAllTextAsync(file, cancellationToken);
        SessionReel reel;
        try
        {
            reel = SessionReel.Load(json, clock.GetUtcNow());
        }
        catch (JsonException)
        {
            // What a bad file does to the hub is worth seeing, too.
            await WriteAsync(Path.GetFileName(file), json, cancellationToken);
            return;
        }

        for (var hand = 1; hand <= reel.HandCount; hand++)
        {
            await WriteAsync(reel.FileName, reel.After(hand), cancellationToken);
            await output.WriteLineAsync($"{table.Name}: hand {hand} of {reel.HandCount}");
            await Task.Delay(Pace, clock, cancellationToken);
        }
    }

    private async Task WriteAsync(string name, string json, CancellationToken cancellationToken)
    {
        var day = Path.Combine(target, $"{clock.GetUtcNow():yyyy-MM-dd}");
        Directory.CreateDirectory(day);
        await File.WriteAllTextAsync(Path.Combine(day, name), json, cancellationToken);
    }
}
