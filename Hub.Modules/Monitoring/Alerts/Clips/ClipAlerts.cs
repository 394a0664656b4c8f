using Hub.Contracts.Monitoring;
using Hub.Contracts.Render;

namespace Hub.Modules.Monitoring.Alerts.Clips;

/// <summary>What people should know of what has become of clips. About templates and machines, not about single clips: a thousand that fail for one reason are one alert.</summary>
internal static class ClipAlerts
{
    public static AlertRaised GivenUp(RenderFailed failed, DateTimeOffset at) => new()
    {
        Code = failed.IsTimedOut ? AlertCodes.RenderTimedOut : AlertCodes.RenderFailed,
        Severity = AlertSeverity.Warning,
        Subject = failed.TemplateName,
        Text = $"Instruction {failed.InstructionId} was given up: {failed.Reason} Correct the data or the template, then replay it: POST /api/v1/instructions/{failed.InstructionId}/replay.",
        OccurredAt = at,
    };

    public static AlertRaised Recovered(RenderAttemptLost lost, DateTimeOffset at) => new()
    {
        Code = AlertCodes.RenderRecovered,
        Severity = AlertSeverity.Information,
        Subject = lost.Worker.Split('/')[0] is { Length: > 0 } machine ? machine : "unknown",
        Text = $"Instruction {lost.InstructionId} lost its worker {lost.Worker} and goes to another one. {lost.Reason}",
        OccurredAt = at,
    };
}
