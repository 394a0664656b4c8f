using System.ComponentModel.DataAnnotations;

namespace Hub.Host.Database;

/// <summary>Where the hub keeps what is its own.</summary>
internal sealed class DataOptions
{
    public const string SectionName = "Data";

    /// <summary>Folder for the embedded database, the first login and everything else local; relative to the working directory.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Folder { get; set; } = "data";

    /// <summary>Folder with PostgreSQL's initdb and postgres; looked for when not set.</summary>
    public string? PostgresBin { get; set; }

    /// <summary>Most connections of this host to the database; a pool size in ConnectionStrings:Hub wins.</summary>
    [Range(10, 1000)]
    public int MaxPoolSize { get; set; } = 60;

    /// <summary>Absolute path of <see cref="Folder"/>.</summary>
    public static string FolderOf(IConfiguration configuration) => Path.GetFullPath(configuration[$"{SectionName}:{nameof(Folder)}"] is { Length: > 0 } folder ? folder : "data");
}
