namespace Hub.Modules.Monitoring.Alerts;

/// <summary>That an alert is over.</summary>
/// <param name="Code">Code of the alert.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">What has become of it.</param>
/// <param name="OccurredAt">Since when.</param>
/// <param name="By">The login that says so, or <see cref="Hub"/>.</param>
internal sealed record AlertEnding(string Code, string Subject, string Text, DateTimeOffset OccurredAt, string By = AlertEnding.Hub)
{
    /// <summary>The hub itself has found that it is over.</summary>
    public const string Hub = "hub";
}
