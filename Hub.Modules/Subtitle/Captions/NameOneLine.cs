namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>NAME 1 line</c>: who it is, and nothing else.</summary>
internal sealed class NameOneLine : IComposition
{
    public string Template => "NAME 1 line";

    public CaptionScope Scope => CaptionScope.Player;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["player_name"] = source.FullNameOf(source.RequiredPlayer),
        ["flag"] = source.FlagOf(source.RequiredPlayer),
    };
}
