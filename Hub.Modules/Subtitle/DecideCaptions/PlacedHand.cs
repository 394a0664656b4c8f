using Hub.Modules.Subtitle.Persistence;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>A played hand, and whom it shows in a place.</summary>
internal sealed record PlacedHand(long StartTicks, IReadOnlyList<PlacedPlayer> Placed);
