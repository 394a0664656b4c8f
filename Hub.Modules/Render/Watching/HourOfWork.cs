namespace Hub.Modules.Render.Watching;

/// <summary>What ended within an hour.</summary>
/// <param name="HoursAgo">0 for the last sixty minutes, 1 for those before …</param>
/// <param name="Completed">Instructions with a clip.</param>
/// <param name="Failed">Instructions given up, for whatever reason.</param>
internal sealed record HourOfWork(int HoursAgo, int Completed, int Failed);
