namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>NAME 3 lines+</c>: one player with his figures at the table and, below them, what he has won in his life.</summary>
internal sealed class NameThreeLines : IComposition
{
    public string Template => "NAME 3 lines+";

    public CaptionScope Scope => CaptionScope.Player;

    public IReadOnlyList<string> Options => [CaptionOptions.HandsAgoName];

    public int LooksBack(CaptionOptions options) => options.HandsAgo;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var fields = PlayerFigures.Of(source);
        var entry = source.Players.Find(source.RequiredPlayer);
        fields["hands_ago"] = fields["chips_ago"].Length > 0 ? CaptionValue.HandsAgo(source.Options.HandsAgo) : "";
        fields["bracelets"] = CaptionValue.Count(entry?.Bracelets);
        fields["earnings"] = CaptionValue.Money(entry?.TotalEarnings);
        return fields;
    }
}
