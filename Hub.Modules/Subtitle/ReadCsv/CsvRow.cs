namespace Hub.Modules.Subtitle.ReadCsv;

/// <summary>A row that could be taken apart into cells.</summary>
/// <param name="Line">Line of the file, the header being line 1.</param>
/// <param name="Cells">What the cells hold, trimmed, by column in lower case.</param>
internal sealed record CsvRow(int Line, IReadOnlyDictionary<string, string> Cells);
