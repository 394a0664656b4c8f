using Hub.Modules.Subtitle.ReadCsv.Formats;

namespace Hub.Modules.Subtitle.Tournaments.Import;

/// <summary>A player who is in, and his place.</summary>
internal readonly record struct RankedChips(int Rank, ChipEntry Player);
