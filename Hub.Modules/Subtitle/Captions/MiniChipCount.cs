namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>_MAIN Mini Chip Count</c> and <c>_SUB_Mini Chip Count</c>, which differ in their looks only: everybody's chips and big blinds after the hand.</summary>
/// <param name="template">Name of the composition.</param>
internal sealed class MiniChipCount(string template) : IComposition
{
    private const int Slots = 9;

    public string Template => template;

    public CaptionScope Scope => CaptionScope.Hand;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        fields.AddSlots(
            Slots,
            Standing.Of(source.RequiredHand),
            ("name", standing => source.ShortNameOf(standing.Player)),
            ("chips", standing => CaptionValue.Chips(standing.Player.EndStack)),
            ("bbs", standing => CaptionValue.BigBlinds(standing.Player.EndStack, source.RequiredHand.BigBlind)),
            ("rank", standing => CaptionValue.Rank(standing.Rank)),
            ("flag", standing => source.FlagOf(standing.Player)));
        return fields;
    }
}
