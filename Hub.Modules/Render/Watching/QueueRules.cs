using System.Globalization;
using Hub.Contracts.Monitoring;

namespace Hub.Modules.Render.Watching;

/// <summary>What is not as it should be, as figures say. docs/design/alerts.md defines each rule.</summary>
internal static class QueueRules
{
    /// <summary>All of these alerts are about the whole queue.</summary>
    private const string Subject = "all clips";

    public static AlertRaised? PendingLong(QueueFigures figures, QueueAlertOptions options, DateTimeOffset at)
        => figures.Overdue is not { Count: > 0 } overdue ? null : Alert(
            AlertCodes.RenderPendingLong, AlertSeverity.Critical, at,
            $"{overdue.Count} instructions have been pending for more than {options.PendingMinutes} min; the oldest is {overdue.OldestId} ({overdue.OldestTemplate}), since {overdue.OldestSince.UtcDateTime:yyyy-MM-dd HH:mm} UTC. Look whether workers run: GET /api/v1/workers.");

    public static AlertRaised? FailureRate(QueueFigures figures, QueueAlertOptions options, DateTimeOffset at)
    {
        var (failed, ended) = (figures.LastHour.Failed, figures.LastHour.Failed + figures.LastHour.Completed);
        return ended < options.LeastEnded || failed * 100 <= ended * options.FailurePercent ? null : Alert(
            AlertCodes.RenderFailureRate, AlertSeverity.Critical, at,
            $"{failed} of {ended} instructions that ended within the last hour have failed ({100.0 * failed / ended:0.#}%). GET /api/v1/instructions?status=failed lists them with the reasons.");
    }

    /// <summary>Where nothing waits, fewer clips were asked for: the end of a day mostly, and only worth knowing.</summary>
    public static AlertRaised? ThroughputHalved(QueueFigures figures, QueueAlertOptions options, DateTimeOffset at)
    {
        var (made, usual) = (figures.LastHour.Completed, figures.UsualThroughput);
        var isIdle = made == 0 && figures.Waiting == 0;
        if (isIdle || usual < options.LeastThroughput || made * 100 >= usual * options.ThroughputPercent)
            return null;

        var text = $"{made} clips were made within the last hour; hours with work made {usual:0} on average within the day before. ";
        return figures.Waiting > 0
            ? Alert(AlertCodes.RenderThroughputHalved, AlertSeverity.Warning, at, $"{text}{figures.Waiting} instructions wait. Look whether all workers run, and whether something else uses their machines.")
            : Alert(AlertCodes.RenderThroughputHalved, AlertSeverity.Information, at, $"{text}Nothing waits: fewer were asked for.");
    }

    private static AlertRaised Alert(string code, AlertSeverity severity, DateTimeOffset at, FormattableString text)
        => new() { Code = code, Severity = severity, Subject = Subject, Text = text.ToString(CultureInfo.InvariantCulture), OccurredAt = at };
}
