using System.Text.Json;
using Hub.Host.Commands.Replay;

namespace Hub.Host.Commands.Demo.Live;

/// <summary>Plays the sessions of one table into a folder, each moved in time so that it is new to the hub.</summary>
internal sealed class TablePlayer(DemoTable table, string target, TimeProvider clock, TextWriter output)
{
    /// <summary>From one hand to the next: long enough to watch its captions, short enough not to wait.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(7);

    private readonly SessionPlayer _player = new(target, Pace, clock);

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
        var recorded = await File.ReadAllBytesAsync(file, cancellationToken);
        var day = $"{clock.GetUtcNow():yyyy-MM-dd}";
        try
        {
            var session = RecordedSession.Read(SessionInTime.EndingAt(recorded, clock.GetUtcNow()));
            await _player.PlayAsync(
                new ReplayScript(session, Path.Combine(day, session.FileName), ReplayHabits.None, seed: 0),
                hand => output.WriteLineAsync($"{table.Name}: hand {hand} of {session.HandCount}"),
                cancellationToken);
        }
        catch (JsonException)
        {
            // What a bad file does to the hub is worth seeing, too.
            Directory.CreateDirectory(Path.Combine(target, day));
            await File.WriteAllBytesAsync(Path.Combine(target, day, Path.GetFileName(file)), recorded, cancellationToken);
        }
    }
}
