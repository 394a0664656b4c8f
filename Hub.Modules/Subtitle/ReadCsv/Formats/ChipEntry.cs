using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.ReadCsv.Formats;

/// <summary>A row of <c>player_chips.csv</c>.</summary>
/// <param name="Name">Name as exported.</param>
/// <param name="Chips">Chips.</param>
/// <param name="Table">Table, or null.</param>
/// <param name="Seat">Seat, or null.</param>
/// <param name="Rank">Place as exported; null when it is not stated.</param>
/// <param name="IsEliminated">Is out.</param>
internal sealed record ChipEntry(string Name, long Chips, string? Table = null, int? Seat = null, int? Rank = null, bool IsEliminated = false) : ICsvEntry
{
    public string Key => NameKey.Of(Name);
}
