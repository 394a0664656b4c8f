namespace Hub.Modules.Subtitle.Tournaments;

/// <summary>An entry of v1's <c>standings_json</c>.</summary>
/// <param name="Rank">Place by chips.</param>
/// <param name="Name">Player.</param>
/// <param name="Nationality">Empty where it is unknown, which it always is in exports.</param>
/// <param name="Chips">Chips.</param>
/// <param name="TableId">Table; left out where it is unknown.</param>
/// <param name="Seat">Seat; left out where it is unknown.</param>
internal sealed record V1Standing(int Rank, string Name, string Nationality, long Chips, string? TableId, int? Seat);
