namespace Hub.Tests.Support.Sessions;

/// <summary>Amounts of a level; the ante of the whole table is paid by the big blind and as high.</summary>
/// <param name="FromHand">First hand (1-based position in the session) played at this level.</param>
/// <param name="SmallBlind">Chips.</param>
/// <param name="BigBlind">Chips; also the ante.</param>
/// <param name="Chip">Smallest chip in play: every amount is a multiple of it.</param>
internal sealed record BlindLevel(int FromHand, long SmallBlind, long BigBlind, long Chip);
