using Hub.Modules.FeatureTable.Domain.Hands;

namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>A readable hand of an export.</summary>
/// <param name="Hand">The hand.</param>
/// <param name="ContentHash">SHA-256 of the fields the hub uses, in hex: equal for equal content however the file is laid out.</param>
internal sealed record ParsedHand(RecordedHand Hand, string ContentHash)
{
    public HandIdentity Identity => Hand.Identity;
}
