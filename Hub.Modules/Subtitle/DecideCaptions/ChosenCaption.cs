using System.Globalization;
using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Rules;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>One caption a hand deserves.</summary>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Player">Whom it is about; null for the whole table.</param>
internal sealed record ChosenCaption(CaptionRule Rule, HandPlayer? Player)
{
    /// <summary>The seat, or empty for the whole table.</summary>
    public string Subject => Player?.Seat.ToString(CultureInfo.InvariantCulture) ?? "";
}
