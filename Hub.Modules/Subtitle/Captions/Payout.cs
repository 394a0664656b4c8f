namespace Hub.Modules.Subtitle.Captions;

/// <summary>What a place, or each of a range of places, is paid.</summary>
/// <param name="FirstPlace">1 and up.</param>
/// <param name="LastPlace">The same, or a lower place that is paid as much.</param>
/// <param name="Amount">Whole dollars.</param>
internal sealed record Payout(int FirstPlace, int LastPlace, long Amount);
