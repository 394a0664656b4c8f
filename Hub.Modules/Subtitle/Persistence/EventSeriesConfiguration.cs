namespace Hub.Modules.Subtitle.Persistence;

internal sealed class EventSeriesConfiguration() : ProgrammeNameConfiguration<EventSeries>("event_series");
