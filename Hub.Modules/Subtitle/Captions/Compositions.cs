namespace Hub.Modules.Subtitle.Captions;

/// <summary>The compositions that the hub can fill.</summary>
internal static class Compositions
{
    private static readonly Dictionary<string, IComposition> ByTemplate = new IComposition[]
    {
        new FeatureTableLeaderboard(),
        new MiniChipCount(),
        new EliminationCaption(),
        new NameCaption(),
        new NameThreeLines(),
        new AtRiskOfElimination(),
        new ChipFlow(),
        new ChipComparison(),
        new Payouts(),
        new PayoutsFromRank(),
        new MiniPayout(),
        new EventInfo(),
        new EventName(),
        new LevelAndBlinds(),
        new CommentatorCaption(),
    }.ToDictionary(composition => composition.Template, StringComparer.Ordinal);

    public static IReadOnlyCollection<IComposition> All => ByTemplate.Values;

    public static IReadOnlyCollection<string> Templates => ByTemplate.Keys;

    public static IComposition? Find(string template) => ByTemplate.GetValueOrDefault(template);
}
