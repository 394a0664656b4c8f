using Hub.Modules.Subtitle.ManualData;

namespace Hub.Modules.Subtitle.Programme;

/// <summary>Which tournament is played at a table, as the API takes and shows it.</summary>
internal sealed record TableAssignmentData : ManualEntryData
{
    /// <summary>Table as configured for its folder; required, unique.</summary>
    public string? TableName { get; init; }

    /// <summary>The tournament's event code; required. It may be imported later.</summary>
    public string? EventCode { get; init; }
}
