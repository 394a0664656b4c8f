using Hub.Contracts.Monitoring;
using Hub.Modules.Kernel;
using Hub.Modules.Monitoring.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hub.Modules.Monitoring.Alerts.Api;

/// <summary>Which alerts, newest first.</summary>
/// <param name="State">open (also when not given), resolved or all.</param>
/// <param name="Severity">Only this one and above: information, warning or critical.</param>
/// <param name="Code">Only of this kind.</param>
/// <param name="Before">Only ids below this one: <c>next</c> of the page before.</param>
/// <param name="Limit">Most items, 1 to 500; 50 when not given.</param>
internal sealed record ListAlertsRequest(string? State, string? Severity, string? Code, long? Before, int? Limit)
{
    private const int UsualLimit = 50;
    private const int HighestLimit = 500;

    public int Size => Limit ?? UsualLimit;

    private AlertSeverity LeastSeverity => Severity is null ? AlertSeverity.Information : Enum.Parse<AlertSeverity>(Severity, ignoreCase: true);

    /// <summary>Those of <paramref name="alerts"/> that are meant. The few open ones have an index, which a condition with a parameter would not use.</summary>
    public IQueryable<Alert> Of(IQueryable<Alert> alerts)
    {
        var inState = State switch
        {
            "all" => alerts,
            "resolved" => alerts.Where(alert => alert.ResolvedAt != null),
            _ => alerts.Where(alert => alert.ResolvedAt == null),
        };
        var least = LeastSeverity;
        return inState.Where(alert => alert.Severity >= least && (Before == null || alert.Id < Before) && (Code == null || alert.Code == Code));
    }

    /// <summary>What is wrong with it, or null.</summary>
    public ProblemHttpResult? Problem()
    {
        if (State is not (null or "open" or "resolved" or "all"))
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "unknown_state", "No such state", $"state '{State}' is none of open, resolved, all.");
        if (Severity is not null && !Enum.GetNames<AlertSeverity>().Contains(Severity, StringComparer.OrdinalIgnoreCase))
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "unknown_severity", "No such severity", $"severity '{Severity}' is none of information, warning, critical.");
        return Size is >= 1 and <= HighestLimit
            ? null
            : ApiProblem.Of(StatusCodes.Status400BadRequest, "limit_out_of_range", "No such page size", $"limit is {Limit} and must be 1 to {HighestLimit}.");
    }
}
