namespace Hub.Modules.Render.Deadlines;

/// <summary>How long clips have taken of late, from claim to result.</summary>
/// <param name="Medians">By template; the median, since one clip that took ten times as long says nothing about the next.</param>
internal sealed record ClipDurations(IReadOnlyDictionary<string, TimeSpan> Medians)
{
    /// <summary>What a clip is taken to last before any was measured.</summary>
    public static readonly TimeSpan Guess = TimeSpan.FromSeconds(10);

    private readonly TimeSpan _usual = Medians.Count == 0 ? Guess : Medians.Values.Order().ElementAt(Medians.Count / 2);

    /// <summary>What a clip of the template will take; for one that was not measured, what the others do.</summary>
    public TimeSpan Of(string templateName) => Medians.TryGetValue(templateName, out var median) ? median : _usual;
}
