using System.ComponentModel.DataAnnotations;

namespace Hub.Modules.FeatureTable;

/// <summary>A folder that PokerGFX exports of one table into.</summary>
internal sealed class SourceOptions
{
    /// <summary>What captions call the table; the folder's name if left out. No two sources may have the same.</summary>
    [StringLength(100)]
    public string? Table { get; init; }

    /// <summary>Folder with the exports, in any folders below it.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Folder { get; init; } = "";

    /// <summary>The table's name by either way; empty where neither is given.</summary>
    public string TableName => !string.IsNullOrWhiteSpace(Table) ? Table.Trim()
        : string.IsNullOrWhiteSpace(Folder) ? ""
        : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder)));
}
