using System.ComponentModel.DataAnnotations;

namespace Hub.Modules.Subtitle;

/// <summary>How captions are decided.</summary>
internal sealed class SubtitleOptions : IValidatableObject
{
    public const string SectionName = "Subtitle";

    /// <summary>Rules file; relative paths start at the working directory. Empty: <c>captions.json</c> beside the binary.</summary>
    public string RulesFile { get; init; } = "";

    /// <summary>Folder with the files of WSOP+; relative paths start at the working directory. Empty: none is watched.</summary>
    public string CsvFolder { get; init; } = "";

    /// <summary>Time zone of the venue, as the operating system calls it, e.g. <c>America/Los_Angeles</c>. Empty: this machine's.</summary>
    public string TimeZone { get; init; } = "";

    /// <summary>Hands that were already in a file when it was first read are captioned, too, after everything live.</summary>
    public bool CaptionBacklog { get; init; }

    /// <summary>Seconds that the later hands of a session wait for one that is missing before they go on without it.</summary>
    [Range(1, 3600)]
    public int GapSeconds { get; init; } = 120;

    /// <summary>Days that captions are remembered, and follow corrections of what they are written from.</summary>
    [Range(1, 365)]
    public int KeepCaptionsDays { get; init; } = 7;

    /// <summary>Minutes after its start at which a premium hand without a caption is told of.</summary>
    [Range(1, 1440)]
    public int PremiumHandMinutes { get; init; } = 10;

    internal string RulesPath => RulesFile.Length > 0 ? Path.GetFullPath(RulesFile) : Path.Combine(AppContext.BaseDirectory, "captions.json");

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        => TimeZone.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _)
            ? []
            : [new ValidationResult("is no time zone that this machine knows; allowed are names such as America/Los_Angeles or Asia/Seoul.", [nameof(TimeZone)])];
}
