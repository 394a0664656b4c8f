using Hub.Modules.Subtitle.Rules;

namespace Hub.Modules.Subtitle.Tournaments.Import;

/// <summary>Something that has happened in a tournament and may deserve captions.</summary>
/// <param name="Trigger">What it is.</param>
/// <param name="Name">What tells it apart from the tournament's others, e.g. <c>level/9</c>.</param>
internal readonly record struct Moment(CaptionTrigger Trigger, string Name);
