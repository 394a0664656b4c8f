namespace Hub.Modules.Subtitle.Captions;

/// <summary>
/// <c>Block Transition Level-Blinds</c>: the level that begins. A break that follows it changes nothing; of a level that the structure
/// does not know only the number is written.
/// </summary>
internal sealed class LevelAndBlinds : IComposition
{
    public string Template => "Block Transition Level-Blinds";

    public CaptionScope Scope => CaptionScope.Tournament;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var number = source.RequiredTournament.CurrentLevel;
        var level = source.RequiredTournament.Levels.FirstOrDefault(each => !each.IsBreak && each.Level == number);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["level"] = CaptionValue.Level(number),
            ["blinds"] = level is null ? "" : CaptionValue.Blinds(level.SmallBlind, level.BigBlind, level.Ante),
            ["duration"] = CaptionValue.Minutes(level?.DurationMinutes),
        };
    }
}
