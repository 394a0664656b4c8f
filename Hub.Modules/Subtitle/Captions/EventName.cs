namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>Event name</c>: which tournament is played, and the series that it belongs to.</summary>
internal sealed class EventName : IComposition
{
    public string Template => "Event name";

    public CaptionScope Scope => CaptionScope.Tournament;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["event_name"] = CaptionValue.Text(source.RequiredTournament.Name),
        ["series"] = CaptionValue.Text(source.Programme.Series),
    };
}
