using System.ComponentModel.DataAnnotations;

namespace Hub.Modules.FeatureTable;

/// <summary>Which folders are watched for PokerGFX exports, and how.</summary>
internal sealed class FeatureTableOptions : IValidatableObject
{
    public const string SectionName = "FeatureTable";

    /// <summary>One entry for each table.</summary>
    public List<SourceOptions> Sources { get; init; } = [];

    /// <summary>Pause between two looks at a folder.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a changed file must stay the same before it is believed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:30")]
    public TimeSpan StableFor { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How long a file with broken JSON may stay the same before it is reported: until then it counts as being written.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ReportBrokenAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Time limit for listing a folder, and for reading a file.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Larger files are reported and not read.</summary>
    [Range(1, 1024)]
    public int MaxFileMegabytes { get; init; } = 64;

    /// <summary>Hands stored in one transaction.</summary>
    [Range(1, 500)]
    public int HandsPerTransaction { get; init; } = 40;

    /// <summary>
    /// A hand found when its file is read for the first time is live if it ended no longer ago than this, and backlog otherwise.
    /// Hands that appear in a known file are always live.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan LiveFor { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Duration from which a hand earns a point of its grade.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LongHand { get; init; } = TimeSpan.FromSeconds(120);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        => from source in Sources
           where source.TableName.Length > 0
           group source by source.TableName into table
           where table.Count() > 1
           select new ValidationResult($"Two sources have the table '{table.Key}'; give each its own {SectionName}:Sources:<n>:Table.");
}
