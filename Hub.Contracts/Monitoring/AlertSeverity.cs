namespace Hub.Contracts.Monitoring;

/// <summary>How much an alert matters. The order counts: a receiver may ask for one severity and above.</summary>
public enum AlertSeverity
{
    /// <summary>Worth knowing; nothing has to be done.</summary>
    Information = 0,

    /// <summary>Something is wrong that the hub copes with, or that touches single clips, hands or files. To be looked at.</summary>
    Warning = 1,

    /// <summary>The broadcast misses graphics until somebody does something.</summary>
    Critical = 2,
}
