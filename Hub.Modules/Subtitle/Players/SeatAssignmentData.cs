using Hub.Modules.Subtitle.ManualData;

namespace Hub.Modules.Subtitle.Players;

/// <summary>Who sits where, as the API takes and shows it.</summary>
internal sealed record SeatAssignmentData : ManualEntryData
{
    /// <summary>Table as configured for its folder; required.</summary>
    public string? TableName { get; init; }

    /// <summary>1 to 10; required, unique at its table.</summary>
    public int? Seat { get; init; }

    /// <summary>Required.</summary>
    public string? PlayerName { get; init; }
}
