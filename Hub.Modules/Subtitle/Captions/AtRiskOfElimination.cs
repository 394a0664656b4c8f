using Hub.Modules.Subtitle.Rules;

namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>At Risk of Elimination</c>: which place a short player would get, and what it is paid.</summary>
internal sealed class AtRiskOfElimination : IComposition
{
    public string Template => "At Risk of Elimination";

    public CaptionScope Scope => CaptionScope.Player;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var place = PlayersLeft(source);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["player_name"] = source.FullNameOf(source.RequiredPlayer),
            ["rank"] = CaptionValue.Ordinal(place),
            ["prize"] = CaptionValue.Money(source.PrizeOf(place)),
            ["flag"] = source.FlagOf(source.RequiredPlayer),
        };
    }

    // At a final table the hand knows better: the tournament's figure comes at the end of a level.
    private static int? PlayersLeft(CaptionSource source)
        => source.RequiredHand.SessionType == SessionType.FinalTable ? Standing.Of(source.RequiredHand).Count : source.Tournament?.RemainingPlayers;
}
