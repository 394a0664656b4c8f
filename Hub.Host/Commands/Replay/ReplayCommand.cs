using System.CommandLine;
using System.Text.Json;

namespace Hub.Host.Commands.Replay;

/// <summary><c>replay</c>: plays recorded sessions hand by hand into a folder that a hub watches.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<string> Source = new("source") { Description = "An export, or a folder: every PGFX*.json in it and below is played, one after the other." };
    private static readonly Option<string> Target = new("--to") { Description = "Folder to play into: the Folder of a FeatureTable source.", Required = true };
    private static readonly Option<double> Pace = new("--pace") { Description = "Seconds from one hand to the next; 0 plays without waiting.", DefaultValueFactory = _ => 7 };
    private static readonly Option<string[]> With = new("--with") { Description = "What happens besides one write a hand.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<int> Seed = new("--seed") { Description = "The same seed plays the same way again.", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> Now = new("--now") { Description = "Move each session in time, so that its last hand ends now: it is a new session to the hub." };

    private static readonly Dictionary<string, ReplayHabits> Habits = new(StringComparer.Ordinal)
    {
        ["rewrites"] = ReplayHabits.Rewrites,
        ["called-off"] = ReplayHabits.CalledOffHands,
        ["torn"] = ReplayHabits.TornWrites,
        ["touches"] = ReplayHabits.Touches,
        ["stale"] = ReplayHabits.StaleCopies,
        ["all"] = ReplayHabits.All,
    };

    public static Command Create()
    {
        With.AcceptOnlyFromAmong([.. Habits.Keys]);
        Pace.Validators.Add(option =>
        {
            if (option.GetValueOrDefault<double>() is not (>= 0 and <= 3600))
                option.AddError("--pace takes 0 to 3600 seconds.");
        });
        var command = new Command("replay", "Play recorded PokerGFX sessions hand by hand into a folder, with the bad habits of real ones.") { Arguments = { Source }, Options = { Target, Pace, With, Seed, Now } };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var source = Path.GetFullPath(arguments.GetRequiredValue(Source));
        var folder = Path.GetFullPath(arguments.GetRequiredValue(Target));
        var files = FilesOf(source);
        if (files.Count == 0)
        {
            await Console.Error.WriteLineAsync($"There is no export at {source}: expected is a file PGFX*.json, or a folder with such files.");
            return HubCommand.Failed;
        }

        if (IsWithin(folder, source) || IsWithin(source, folder))
        {
            await Console.Error.WriteLineAsync($"--to {folder} and {source} lie within each other: the recording would be overwritten. Choose another folder.");
            return HubCommand.Failed;
        }

        var player = new SessionPlayer(folder, TimeSpan.FromSeconds(arguments.GetValue(Pace)), TimeProvider.System);
        var habits = (arguments.GetValue(With) ?? []).Aggregate(ReplayHabits.None, (all, word) => all | Habits[word]);
        var failed = 0;
        foreach (var file in files)
        {
            try
            {
                await PlayAsync(player, file, Path.GetRelativePath(Directory.Exists(source) ? source : Path.GetDirectoryName(source)!, file), habits, arguments, cancellationToken);
            }
            catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
            {
                failed++;
                await Console.Error.WriteLineAsync($"{file}: {exception.Message}");
            }
            catch (OperationCanceledException)
            {
                return HubCommand.Failed;
            }
        }

        return failed == 0 ? 0 : HubCommand.Failed;
    }

    private static async Task PlayAsync(SessionPlayer player, string file, string below, ReplayHabits habits, ParseResult arguments, CancellationToken cancellationToken)
    {
        var content = await File.ReadAllBytesAsync(file, cancellationToken);
        if (arguments.GetValue(Now))
            content = SessionInTime.EndingAt(content, TimeProvider.System.GetUtcNow());

        var session = RecordedSession.Read(content);
        var target = arguments.GetValue(Now) ? Path.Combine(Path.GetDirectoryName(below) ?? "", session.FileName) : below;
        await player.PlayAsync(
            new ReplayScript(session, target, habits, arguments.GetValue(Seed)),
            hand => Console.Out.WriteLineAsync($"{target}: hand {hand} of {session.HandCount}"),
            cancellationToken);
    }

    private static IReadOnlyList<string> FilesOf(string source)
        => File.Exists(source) ? [source]
            : Directory.Exists(source) ? [.. Directory.EnumerateFiles(source, "PGFX*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : [];

    private static bool IsWithin(string path, string folder)
        => (Path.TrimEndingDirectorySeparator(path) + Path.DirectorySeparatorChar).StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
