namespace Hub.Modules.FeatureTable.Domain.Facts;

/// <summary>What the stacks say one player got out of the pot: end less start plus own chips put in less what came back uncalled.</summary>
internal readonly record struct PotShare(SeatLedger Player, long Chips);
