namespace Hub.Modules.Subtitle.Captions;

/// <summary>
/// <c>Chips In Play x3</c> and <c>x4</c>: which chips are in play at this level. No source knows their values: they are typed in with the
/// request.
/// </summary>
/// <param name="template">Name of the composition.</param>
/// <param name="slots">Values it has room for.</param>
internal sealed class ChipsInPlay(string template, int slots) : IComposition
{
    public string Template => template;

    public CaptionScope Scope => CaptionScope.Tournament;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["level"] = CaptionValue.Level(source.RequiredTournament.CurrentLevel) };
        fields.AddSlots<string>(slots, [], ("chips_in_play", value => value));
        return fields;
    }
}
