using System.Globalization;
using System.Text.Json;

namespace Hub.Host.Commands.Demo.Once;

/// <summary>Prints what a run did, for people first and for programs in the last line.</summary>
internal static class RunReport
{
    public static async Task PrintAsync(RunResult result, IReadOnlyList<OpenWork> open, TextWriter output)
    {
        var width = Math.Max(20, result.Templates.Select(t => t.Template.Length + 2).DefaultIfEmpty().Max());
        var rows = result.Templates
            .Select(t => (Label: "  " + t.Template, Value: t.Completed == t.Instructions ? $"{t.Instructions}" : $"{t.Instructions} ({t.Instructions - t.Completed} not completed)"))
            .Prepend(("captions", $"{result.Instructions}"))
            .Prepend(("hands", $"{result.Hands}"))
            .Append(("clips", $"{result.Clips}"))
            .Append(("failed", $"{result.Failed}"))
            .Append(("bad files", $"{result.BadFiles}"))
            .Append(("seconds", result.Seconds.ToString("0.0", CultureInfo.InvariantCulture)));
        foreach (var (label, value) in rows)
            await output.WriteLineAsync($"{label.PadRight(width)}  {value,6}");
        if (result.DeadLetters > 0)
            await output.WriteLineAsync($"{result.DeadLetters} messages could not be dealt with; messaging.dead_letter says why.");
        foreach (var work in open)
            await output.WriteLineAsync($"Given up: {work} left and nothing has moved for minutes.");
        await output.WriteLineAsync(JsonSerializer.Serialize(new
        {
            hands = result.Hands,
            instructions = result.Instructions,
            clips = result.Clips,
            failed = result.Failed,
            seconds = result.Seconds,
        }));
    }
}
