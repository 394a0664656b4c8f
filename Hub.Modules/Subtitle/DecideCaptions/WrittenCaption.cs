using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>The texts of a caption, and what they were written from.</summary>
/// <param name="Fields">Every field of the composition.</param>
/// <param name="Source">What they were written from.</param>
internal sealed record WrittenCaption(IReadOnlyDictionary<string, string> Fields, CaptionSource Source)
{
    /// <summary>
    /// Keys of the names that decide what the caption says, as exported: those it may show, and those that players are found by in earlier
    /// hands.
    /// </summary>
    public IReadOnlyList<string> Names()
    {
        var seated = (Source.Hand?.Players ?? []).SelectMany(player => new[] { player.Name, player.LongName });
        var finished = CaptionMoment.Of(Source).Tournament?.Standings.Select(standing => standing.Name) ?? [];
        return [.. seated.Concat(finished).Select(NameKey.Of).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}
