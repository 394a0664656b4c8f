namespace Hub.Modules.Subtitle.Tournaments;

/// <summary>An entry of v1's <c>blinds_json</c>.</summary>
internal sealed record V1Level(int Level, long SmallBlind, long BigBlind, long Ante, int DurationMinutes);
