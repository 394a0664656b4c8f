namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>What has to be known of a stored hand to see whether a copy says anything new about it.</summary>
/// <param name="ContentHash">Hash of the content that is stored.</param>
/// <param name="IsCalledOff">The hand was called off.</param>
internal sealed record KnownHand(string ContentHash, bool IsCalledOff);
