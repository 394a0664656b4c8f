namespace Hub.Modules.Subtitle.Captions;

/// <summary>A player's place in the whole tournament by chips.</summary>
/// <param name="Rank">1 and up.</param>
/// <param name="Name">Name as in the tournament's data.</param>
/// <param name="Nationality">ISO 3166-1 alpha-2, or null.</param>
/// <param name="Chips">Chips; null when unknown.</param>
/// <param name="Table">Table, or null.</param>
/// <param name="Seat">Seat, or null.</param>
internal sealed record ChipStanding(int Rank, string Name, string? Nationality, long? Chips, string? Table = null, int? Seat = null);
