namespace Hub.Modules.Subtitle.Captions;

/// <summary>
/// <c>Chip Comparison</c>: one player's chips beside everybody else's. In play are the chips at this table, so that the shares always
/// add up to the whole.
/// </summary>
internal sealed class ChipComparison : IComposition
{
    private const int Slots = 8;

    public string Template => "Chip Comparison";

    public CaptionScope Scope => CaptionScope.Player;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var player = source.RequiredPlayer;
        var others = Standing.Of(source.RequiredHand).Select(standing => standing.Player).Where(other => other.Seat != player.Seat).ToList();
        var othersChips = others.Sum(other => (decimal)other.EndStack);
        var inPlay = player.EndStack + othersChips;

        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["player_name"] = source.FullNameOf(player),
            ["flag"] = source.FlagOf(player),
            ["chips"] = CaptionValue.Chips(player.EndStack),
            ["share"] = Share(player.EndStack),
            ["others_chips"] = CaptionValue.Chips(othersChips <= long.MaxValue ? (long)othersChips : null),
            ["others_share"] = Share(othersChips),
        };
        fields.AddSlots(
            Slots,
            others,
            ("name", source.ShortNameOf),
            ("chips", other => CaptionValue.Chips(other.EndStack)),
            ("share", other => Share(other.EndStack)));
        return fields;

        string Share(decimal chips) => CaptionValue.Percent(inPlay > 0 ? chips / inPlay : null);
    }
}
