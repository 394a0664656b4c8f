namespace Hub.Modules.Subtitle.Captions;

/// <summary>The compositions that the hub can fill.</summary>
internal static class Compositions
{
    private static readonly Dictionary<string, IComposition> ByTemplate = new IComposition[]
    {
        new FeatureTableLeaderboard(),
        new MiniChipCount("_MAIN Mini Chip Count"),
        new MiniChipCount("_SUB_Mini Chip Count"),
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
        new StaffCaption("Commentator", programme => programme.Commentators),
        new StaffCaption("Reporter", programme => programme.Reporters),
        new NameOneLine(),
        new NameTwoLines(),
        new LocationCaption(),
        new BroadcastScheduleCaption(),
        new BlockTransitionInfo(),
        new ChipsInPlay("Chips In Play x3", slots: 3),
        new ChipsInPlay("Chips In Play x4", slots: 4),
        new HandForHand(),
        new NextStream(),
    }.ToDictionary(composition => composition.Template, StringComparer.Ordinal);

    public static IReadOnlyCollection<IComposition> All => ByTemplate.Values;

    public static IReadOnlyCollection<string> Templates => ByTemplate.Keys;

    public static IComposition? Find(string template) => ByTemplate.GetValueOrDefault(template);
}
