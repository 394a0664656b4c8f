using Hub.Modules.Subtitle.ManualData;

namespace Hub.Modules.Subtitle.Programme;

/// <summary>A venue or a series as the API takes and shows it.</summary>
internal sealed record ProgrammeNameData : ManualEntryData
{
    /// <summary>Required, unique.</summary>
    public string? Name { get; init; }

    /// <summary>The one that captions use. Making one current takes the mark from the one before.</summary>
    public bool IsCurrent { get; init; }
}
