namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>What a webhook understands.</summary>
internal enum WebhookFormat
{
    /// <summary>The hub's own JSON; docs/design/alerts.md describes it.</summary>
    Json = 0,

    /// <summary>An incoming webhook of Slack, or of what takes the same: one text.</summary>
    Slack = 1,
}
