namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>NAME</c>: one player with chips, big blinds, chips N hands ago and VPIP.</summary>
internal sealed class NameCaption : IComposition
{
    public string Template => "NAME";

    public CaptionScope Scope => CaptionScope.Player;

    public IReadOnlyList<string> Options => [CaptionOptions.HandsAgoName];

    public int LooksBack(CaptionOptions options) => options.HandsAgo;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source) => PlayerFigures.Of(source);
}
