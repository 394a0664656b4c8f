using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>What a caption calls a player, and under which flag: exports name nobody's country, and names in them are typed in a hurry.</summary>
internal static class PlayerNames
{
    /// <summary>The export has a name for this seat.</summary>
    public static bool HasName(this HandPlayer player) => FirstFilled(player.LongName, player.Name).Length > 0;

    /// <summary>
    /// For lists with narrow slots: the display name that a person has entered, else the exported one, corrected; the full name where
    /// there is none.
    /// </summary>
    public static string ShortNameOf(this CaptionSource source, HandPlayer player)
        => CaptionValue.Text(source.Players.Find(player)?.DisplayName is { } entered && !string.IsNullOrWhiteSpace(entered)
            ? entered
            : source.Players.Corrected(FirstFilled(player.Name, player.LongName)));

    /// <summary>For captions about one player, with room to spell it out: the full name, corrected; the display name until it is filled in.</summary>
    public static string FullNameOf(this CaptionSource source, HandPlayer player)
        => CaptionValue.Text(source.Players.Corrected(FirstFilled(player.LongName, player.Name)));

    /// <summary>For lists, of a player of whom the tournament has one name; empty for nobody.</summary>
    public static string ShortNameOf(this CaptionSource source, string? name)
        => name is null ? "" : CaptionValue.Text(source.Players.Find(name)?.DisplayName ?? source.Players.Corrected(name));

    /// <summary>The country that a person has entered, else the one in the tournament's standings.</summary>
    public static string FlagOf(this CaptionSource source, HandPlayer player)
        => CaptionValue.Flag(source.Players.Find(player)?.Nationality ?? source.InStandings(player)?.Nationality);

    private static ChipStanding? InStandings(this CaptionSource source, HandPlayer player)
    {
        var fullName = Key(FirstFilled(player.LongName, player.Name));
        return source.Tournament?.Standings.FirstOrDefault(standing => Key(standing.Name) == fullName);

        string Key(string name) => NameKey.Of(source.Players.Corrected(name));
    }

    private static string FirstFilled(string preferred, string other) => string.IsNullOrWhiteSpace(preferred) ? other.Trim() : preferred;
}
