using Hub.Modules.FeatureTable.Persistence;

namespace Hub.Modules.FeatureTable.EnterHands;

/// <summary>What became of a hand that was typed in.</summary>
/// <param name="Answer">How it ended.</param>
/// <param name="Hand">The hand that was stored, or the one that stands in the way.</param>
internal sealed record ManualHandOutcome(ManualHandAnswer Answer, HandRow? Hand = null);
