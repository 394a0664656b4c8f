using System.ComponentModel.DataAnnotations;

namespace Hub.Modules.Subtitle.WatchCsv;

/// <summary>How the folder of WSOP+'s files is watched.</summary>
internal sealed class CsvOptions
{
    public const string SectionName = "Subtitle:Csv";

    /// <summary>Pause between two looks at the folder.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a changed file must stay the same before it is believed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:30")]
    public TimeSpan StableFor { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How long a file that ends in the middle of a line, or is empty, may stay the same before it is reported: until then it counts as being written.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ReportBrokenAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Time limit for listing the folder, and for reading a file.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Larger files are reported and not read.</summary>
    [Range(1, 256)]
    public int MaxFileMegabytes { get; init; } = 32;

    internal long MaxFileBytes => MaxFileMegabytes * 1024L * 1024;
}
