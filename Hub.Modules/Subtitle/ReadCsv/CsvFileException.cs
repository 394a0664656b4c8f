namespace Hub.Modules.Subtitle.ReadCsv;

/// <summary>A file that cannot be used at all.</summary>
internal sealed class CsvFileException(string message, bool mayBeTorn = false) : Exception(message)
{
    /// <summary>True where the reason may be that the file is still being written.</summary>
    public bool MayBeTorn => mayBeTorn;
}
