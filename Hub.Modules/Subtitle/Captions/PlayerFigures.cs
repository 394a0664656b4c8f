using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>The fields that captions about one player's stack have in common.</summary>
internal static class PlayerFigures
{
    public static Dictionary<string, string> Of(CaptionSource source)
    {
        var player = source.RequiredPlayer;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["player_name"] = source.FullNameOf(player),
            ["flag"] = source.FlagOf(player),
            ["chips"] = CaptionValue.Chips(player.EndStack),
            ["bbs"] = CaptionValue.BigBlinds(player.EndStack, source.RequiredHand.BigBlind),
            ["chips_ago"] = CaptionValue.Chips(source.StackIn(source.EarlierHand)),
            ["vpip"] = CaptionValue.Percent(player.VpipPercent / 100m),
        };
    }

    /// <summary>The stack of the caption's player after another hand; null when there is no such hand, or he was not there.</summary>
    public static long? StackIn(this CaptionSource source, HandCaptured? hand)
        => hand is not null ? PlayerIdentity.Find(source.RequiredPlayer, source.RequiredHand, hand, source.Players)?.EndStack : null;
}
