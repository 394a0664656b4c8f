namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>Elimination</c>: who went out, in which place, and for how much.</summary>
internal sealed class EliminationCaption : IComposition
{
    public string Template => "Elimination";

    public CaptionScope Scope => CaptionScope.Player;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["name"] = source.FullNameOf(source.RequiredPlayer),
        ["rank"] = CaptionValue.Ordinal(source.RequiredPlayer.EliminationRank),
        // The tournament's: exports hold ten zeros for payouts, which means unknown and not nothing.
        ["prize"] = CaptionValue.Money(source.PrizeOf(source.RequiredPlayer.EliminationRank)),
        ["flag"] = source.FlagOf(source.RequiredPlayer),
    };
}
