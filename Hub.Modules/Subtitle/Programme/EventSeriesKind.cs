using Hub.Modules.Subtitle.Persistence;

namespace Hub.Modules.Subtitle.Programme;

/// <summary>Series of events.</summary>
internal sealed class EventSeriesKind : ProgrammeNameKind<EventSeries>
{
    public override string Path => "series";

    public override string Name => "series";

    public override string Words => "series";
}
