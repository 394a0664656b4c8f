using Hub.Contracts.Monitoring;

namespace Hub.Modules.Monitoring.Alerts;

/// <summary>An open alert that was just raised, for the first time or again.</summary>
/// <param name="Id">Alert.</param>
/// <param name="Severity">The highest so far.</param>
/// <param name="IsWorse">It was open, and less severe.</param>
/// <param name="IsNews">Targets are to be told: it is new, or worse, or was not told for long.</param>
internal sealed record RaisedAlert(long Id, AlertSeverity Severity, bool IsWorse, bool IsNews);
