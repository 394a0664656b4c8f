namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>Elimination</c>: who went out, and in which place.</summary>
internal sealed class EliminationCaption : IComposition
{
    public string Template => "Elimination";

    public CaptionScope Scope => CaptionScope.Player;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["name"] = source.RequiredPlayer.FullName(),
        ["rank"] = CaptionValue.Ordinal(source.RequiredPlayer.EliminationRank),
        // Exports hold ten zeros for payouts, which means unknown and not nothing.
        ["prize"] = CaptionValue.Money(null),
        ["flag"] = CaptionValue.Flag(null),
    };
}
