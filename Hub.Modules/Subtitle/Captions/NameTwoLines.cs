namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>NAME 2 lines (no flag)</c>: one player with chips and big blinds.</summary>
internal sealed class NameTwoLines : IComposition
{
    public string Template => "NAME 2 lines (no flag)";

    public CaptionScope Scope => CaptionScope.Player;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["player_name"] = source.FullNameOf(source.RequiredPlayer),
        ["chips"] = CaptionValue.Chips(source.RequiredPlayer.EndStack),
        ["bbs"] = CaptionValue.BigBlinds(source.RequiredPlayer.EndStack, source.RequiredHand.BigBlind),
    };
}
