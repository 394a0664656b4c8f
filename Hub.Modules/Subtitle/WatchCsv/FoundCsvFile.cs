using Hub.Modules.Subtitle.ReadCsv;

namespace Hub.Modules.Subtitle.WatchCsv;

/// <summary>A file in a listing.</summary>
/// <param name="Kind">Which of the five it is.</param>
/// <param name="Name">As it is called in the folder.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ModifiedTicks">Last change as the file system states it, in UTC ticks.</param>
internal sealed record FoundCsvFile(CsvFileKind Kind, string Name, long Length, long ModifiedTicks);
