using Hub.Tests.FeatureTable.Samples;

namespace Hub.Tests.FeatureTable.Domain;

/// <summary>A hand with what must follow from it.</summary>
/// <param name="Name">The rule that the case shows.</param>
/// <param name="Hand">The hand.</param>
/// <param name="Pot">All chips put in less the uncalled part.</param>
/// <param name="Winners">Seats that got the pot.</param>
/// <param name="Warnings">Parts of the warnings, in their order; none for a clean hand.</param>
internal sealed record WinnerCase(string Name, SampleHand Hand, long Pot, int[] Winners, params string[] Warnings)
{
    /// <inheritdoc />
    public override string ToString() => Name;
}
