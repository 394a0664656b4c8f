namespace Hub.Modules.Subtitle.ReadCsv;

/// <summary>A row that could be read.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Tournament">Number of its tournament; null where the row needs none.</param>
/// <param name="Entry">What it says.</param>
internal sealed record GoodRow<TEntry>(int Line, int? Tournament, TEntry Entry);
