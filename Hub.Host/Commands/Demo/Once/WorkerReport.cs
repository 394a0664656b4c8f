namespace Hub.Host.Commands.Demo.Once;

/// <summary>Prints which worker made which clip.</summary>
internal static class WorkerReport
{
    public static async Task PrintAsync(IReadOnlyList<MadeClip> clips, TextWriter output)
    {
        var byWorker = clips.GroupBy(clip => clip.Worker, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var width = byWorker.Select(group => group.Key.Length).DefaultIfEmpty().Max();
        foreach (var clip in byWorker.SelectMany(group => group))
            await output.WriteLineAsync($"{clip.Worker.PadRight(width)}  {clip.File}");
        foreach (var group in byWorker)
            await output.WriteLineAsync($"{group.Key.PadRight(width)}  {group.Count(),6} clips");
    }
}
