using System.Globalization;

namespace Hub.Modules.Subtitle.ReadCsv.Formats;

/// <summary>A row of <c>broadcast_schedule.csv</c>, in the venue's local time.</summary>
internal sealed record BroadcastEntry : ICsvEntry
{
    public required DateOnly Date { get; init; }

    public required TimeOnly Start { get; init; }

    /// <summary>Earlier than the start when it is after midnight; null when it is not stated.</summary>
    public TimeOnly? End { get; init; }

    public required string Title { get; init; }

    public string? Channel { get; init; }

    /// <summary>Number of the tournament that is shown; null when it is not stated.</summary>
    public int? Tournament { get; init; }

    public bool IsLive { get; init; }

    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd} {Start:HH:mm:ss} {Title}");
}
