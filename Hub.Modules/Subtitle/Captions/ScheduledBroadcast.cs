namespace Hub.Modules.Subtitle.Captions;

/// <summary>A line of the broadcast schedule, in the venue's local time.</summary>
/// <param name="Date">Day.</param>
/// <param name="Start">Time of day.</param>
/// <param name="EventTitle">What is broadcast.</param>
internal sealed record ScheduledBroadcast(DateOnly Date, TimeOnly Start, string EventTitle);
