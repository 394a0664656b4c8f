using Hub.Modules.FeatureTable.Persistence;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>What became of a batch of hands.</summary>
/// <param name="Stored">Hands stored now, for the first time.</param>
/// <param name="Revised">Hands whose row was brought up to a newer content.</param>
/// <param name="CalledOff">Hands of which it is known now that they were called off.</param>
internal sealed record StoredBatch(IReadOnlyList<HandRow> Stored, IReadOnlyList<HandRow> Revised, IReadOnlyList<HandRow> CalledOff);
