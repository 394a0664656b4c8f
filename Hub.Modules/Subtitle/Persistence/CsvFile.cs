using Hub.Modules.Subtitle.ReadCsv;

namespace Hub.Modules.Subtitle.Persistence;

/// <summary>What became of the content that one of WSOP+'s files had last. Written together with what the file says.</summary>
internal sealed class CsvFile
{
    /// <summary>The file's name as documented, in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>The file as it is called in the folder.</summary>
    public required string Path { get; set; }

    /// <summary>Bytes.</summary>
    public required long Length { get; set; }

    /// <summary>Last change as the file system states it, in UTC ticks.</summary>
    public required long ModifiedTicks { get; set; }

    /// <summary>SHA-256 of the content, in hex.</summary>
    public required string ContentHash { get; set; }

    /// <summary>Rows that were taken in.</summary>
    public int Rows { get; set; }

    /// <summary>Rows that were left out.</summary>
    public int RefusedRows { get; set; }

    /// <summary>Entries known before that are gone with this content.</summary>
    public int RemovedEntries { get; set; }

    /// <summary>When this content was dealt with.</summary>
    public required DateTimeOffset CheckedAt { get; set; }

    /// <summary>Why the file as a whole was refused; null when it was not.</summary>
    public string? LastError { get; set; }

    /// <summary>Why rows were left out; the first ones where there are very many.</summary>
    public IReadOnlyList<CsvProblem> Problems { get; set; } = [];
}
