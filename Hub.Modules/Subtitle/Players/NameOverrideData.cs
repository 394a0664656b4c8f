using Hub.Modules.Subtitle.ManualData;

namespace Hub.Modules.Subtitle.Players;

/// <summary>A correction as the API takes and shows it.</summary>
internal sealed record NameOverrideData : ManualEntryData
{
    /// <summary>The name as exported, display name or full name; required, unique.</summary>
    public string? ExportedName { get; init; }

    /// <summary>The name as captions shall have it; required.</summary>
    public string? CorrectedName { get; init; }
}
