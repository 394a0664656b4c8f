namespace Hub.Modules.Subtitle.Persistence;

/// <summary>Series that the events belong to.</summary>
internal sealed class EventSeries : ProgrammeName;
