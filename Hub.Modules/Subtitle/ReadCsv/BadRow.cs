namespace Hub.Modules.Subtitle.ReadCsv;

/// <summary>A row that was left out. What it said before stays in force, as far as it can be known which row it was.</summary>
/// <param name="Tournament">Number of its tournament; null where that cannot be read: it may be any.</param>
/// <param name="Key">Its key; null where that cannot be read: it may be any row.</param>
internal sealed record BadRow(int? Tournament, string? Key);
