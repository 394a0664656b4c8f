namespace Hub.Tests.Support.Sessions;

/// <summary>What a script can ask of a hand. Hands that nobody asked to be special bust nobody.</summary>
internal static class Wanted
{
    public static bool Anything(PlayedHand hand) => hand.WentOut.Count == 0;

    public static bool FoldedToTheBigBlind(PlayedHand hand) => hand.Events.All(e => e.Type == "FOLD");

    public static bool PlainHand(PlayedHand hand) => Anything(hand) && !hand.IsAllIn && hand.ShowdownCategory < HandCategory.FullHouse;

    public static bool LongPremiumHand(PlayedHand hand)
        => Anything(hand) && hand.ShowdownCategory >= HandCategory.FullHouse && hand.Duration > TimeSpan.FromSeconds(150);

    public static bool AllInSurvived(PlayedHand hand) => Anything(hand) && hand.IsAllIn && hand.ShowdownCategory is not null;

    public static bool SidePot(PlayedHand hand) => Anything(hand) && hand.Pots.Count(pot => pot.Winners.Count > 0 && pot.IsContested) > 1;

    public static bool SplitPot(PlayedHand hand) => Anything(hand) && hand.Pots[0].Winners.Count > 1;

    public static bool OneGoesOut(PlayedHand hand) => hand.WentOut.Count == 1;

    public static bool PremiumKnockOut(PlayedHand hand)
        => OneGoesOut(hand) && hand.ShowdownCategory >= HandCategory.FullHouse && hand.Duration > TimeSpan.FromSeconds(130);
}
