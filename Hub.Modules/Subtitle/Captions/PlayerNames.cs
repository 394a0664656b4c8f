using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>Which of a player's two exported names a caption shows.</summary>
internal static class PlayerNames
{
    /// <summary>For lists with narrow slots: the display name; the full name where the operator left that empty.</summary>
    public static string ShortName(this HandPlayer player) => FirstFilled(player.Name, player.LongName);

    /// <summary>For captions about one player, with room to spell it out: the full name; the display name until it is filled in.</summary>
    public static string FullName(this HandPlayer player) => FirstFilled(player.LongName, player.Name);

    private static string FirstFilled(string preferred, string other) => CaptionValue.Text(string.IsNullOrWhiteSpace(preferred) ? other : preferred);
}
