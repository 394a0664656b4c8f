namespace Hub.Modules.Subtitle.Tournaments.Show;

/// <summary>Something that has happened in a tournament.</summary>
/// <param name="Trigger">level_change, itm_reached, day_start or break_end.</param>
/// <param name="TriggerId">What its captions bear as trigger id.</param>
/// <param name="SeenAt">When the hub noticed.</param>
internal sealed record MomentView(string Trigger, string TriggerId, DateTimeOffset SeenAt);
