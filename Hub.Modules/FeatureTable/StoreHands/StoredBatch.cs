using Hub.Modules.FeatureTable.Domain.Hands;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>What became of a batch of hands.</summary>
/// <param name="Stored">Hands stored now, for the first time.</param>
/// <param name="Revised">Hands whose row was brought up to a newer content.</param>
/// <param name="Repeated">Hands stored now whose number another hand of the session bears, with the table_id each got.</param>
internal sealed record StoredBatch(int Stored, IReadOnlyList<HandIdentity> Revised, IReadOnlyList<(HandIdentity Hand, string TableId)> Repeated);
