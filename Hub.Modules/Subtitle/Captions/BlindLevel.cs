namespace Hub.Modules.Subtitle.Captions;

/// <summary>One level of a tournament, or a break between two.</summary>
/// <param name="Level">Number of the level; of a break, the level that it follows.</param>
/// <param name="SmallBlind">Chips; 0 in a break.</param>
/// <param name="BigBlind">Chips; 0 in a break.</param>
/// <param name="Ante">Chips of the whole table; 0 for none.</param>
/// <param name="DurationMinutes">Minutes.</param>
/// <param name="IsBreak">True for a break.</param>
/// <param name="BreakName">What the break is called, or null.</param>
internal sealed record BlindLevel(int Level, long SmallBlind, long BigBlind, long Ante, int DurationMinutes, bool IsBreak = false, string? BreakName = null);
