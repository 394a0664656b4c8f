using TemplateDesigner.Designs;
using TemplateDesigner.Packaging;

namespace TemplateDesigner;

/// <summary>The packages that come with the hub.</summary>
internal static class ShippedPackages
{
    public static IReadOnlyList<Package> All { get; } =
    [
        MiniChipCount.Main,
        MiniChipCount.Sub,
        FeatureTableLeaderboard.Draw(),
        ChipComparison.Draw(),
        ChipFlow.Draw(),
        ChipsInPlay.DrawThree(),
        ChipsInPlay.DrawFour(),
        Payouts.DrawFromFirst(),
        Payouts.DrawFromAny(),
        MiniPayout.Draw(),
        EventInfo.Draw(),
        EventName.Draw(),
        PlayerName.Draw(),
        PlayerName.DrawOneLine(),
        PlayerName.DrawWithoutFlag(),
        PlayerName.DrawThreeLines(),
        Elimination.Draw(),
        AtRisk.Draw(),
        Staff.DrawCommentators(),
        Staff.DrawReporters(),
        BlockTransition.DrawLevel(),
        BlockTransition.DrawInfo(),
        BroadcastSchedule.Draw(),
        Announcement.DrawLocation(),
        Announcement.DrawHandForHand(),
        Announcement.DrawNextStream(),
    ];
}
