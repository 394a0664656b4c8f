namespace Hub.Modules.FeatureTable.Domain.Hands;

/// <summary>What makes a hand the same hand within its session. The number alone does not: two hands can bear one.</summary>
internal readonly record struct HandIdentity(int Number, long StartTicks);
