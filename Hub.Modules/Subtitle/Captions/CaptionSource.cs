using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>What a composition writes its texts from.</summary>
/// <param name="Hand">The hand that caused the caption.</param>
/// <param name="Player">The player it is about; null for one about the whole table.</param>
/// <param name="EarlierHand">The played hand that "chips N hands ago" looks back at; null when the session is younger.</param>
internal sealed record CaptionSource(HandCaptured Hand, HandPlayer? Player, HandCaptured? EarlierHand)
{
    /// <summary>The player of a caption whose scope is <see cref="CaptionScope.Player"/>.</summary>
    public HandPlayer RequiredPlayer => Player ?? throw new InvalidOperationException("A caption about a player was asked for without one.");
}
