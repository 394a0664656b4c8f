namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>_Feature Table Leaderboard</c>: the table by stacks under its name.</summary>
internal sealed class FeatureTableLeaderboard : IComposition
{
    private const int Slots = 9;

    public string Template => "_Feature Table Leaderboard";

    public CaptionScope Scope => CaptionScope.Hand;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["table_name"] = CaptionValue.Text(source.RequiredHand.TableName),
            ["event_name"] = CaptionValue.Text(source.Tournament?.Name),
        };
        fields.AddSlots(
            Slots,
            Standing.Of(source.RequiredHand),
            ("name", standing => source.ShortNameOf(standing.Player)),
            ("chips", standing => CaptionValue.Chips(standing.Player.EndStack)),
            ("rank", standing => CaptionValue.Rank(standing.Rank)));
        return fields;
    }
}
