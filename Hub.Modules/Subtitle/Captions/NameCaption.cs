namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>NAME</c>: one player with chips, big blinds, chips N hands ago and VPIP.</summary>
internal sealed class NameCaption : IComposition
{
    public string Template => "NAME";

    public CaptionScope Scope => CaptionScope.Player;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var player = source.RequiredPlayer;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["player_name"] = player.FullName(),
            ["flag"] = CaptionValue.Flag(null),
            ["chips"] = CaptionValue.Chips(player.EndStack),
            ["bbs"] = CaptionValue.BigBlinds(player.EndStack, source.RequiredHand.BigBlind),
            ["chips_ago"] = CaptionValue.Chips(EarlierStack(source)),
            ["vpip"] = CaptionValue.Percent(player.VpipPercent / 100m),
        };
    }

    private static long? EarlierStack(CaptionSource source)
        => source.EarlierHand is { } earlier && PlayerIdentity.Find(source.RequiredPlayer, source.RequiredHand, earlier) is { } then
            ? then.EndStack
            : null;
}
