namespace Hub.Modules.Render.Watching;

/// <summary>How the queue does, at an instant.</summary>
/// <param name="Overdue">What has been pending for too long.</param>
/// <param name="Waiting">Instructions of any kind that have been pending for a minute or longer.</param>
/// <param name="Hours">The last hour and the twenty-four before; those in which nothing ended are left out.</param>
internal sealed record QueueFigures(WaitingWork Overdue, int Waiting, IReadOnlyList<HourOfWork> Hours)
{
    public HourOfWork LastHour => Hours.FirstOrDefault(hour => hour.HoursAgo == 0) ?? new HourOfWork(0, 0, 0);

    /// <summary>Clips that an hour with work has made, on average, within the day before the last hour; 0 when there was none.</summary>
    public double UsualThroughput => Hours.Where(hour => hour is { HoursAgo: > 0, Completed: > 0 }).Select(hour => (double)hour.Completed).DefaultIfEmpty(0).Average();
}
