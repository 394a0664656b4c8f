namespace Hub.Modules.Monitoring.Persistence;

/// <summary>What a target is told of an alert.</summary>
internal enum AlertNews
{
    /// <summary>It has come up, or has become more severe.</summary>
    Raised = 0,

    /// <summary>It goes on.</summary>
    Reminder = 1,

    /// <summary>It is over.</summary>
    Resolved = 2,
}
