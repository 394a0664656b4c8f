using System.ComponentModel.DataAnnotations;

namespace Hub.Modules.Render.Watching;

/// <summary>From when on the queue is not as it should be.</summary>
internal sealed class QueueAlertOptions
{
    public const string SectionName = "Render:Alerts";

    /// <summary>Minutes that a live instruction may be pending.</summary>
    [Range(1, 1440)]
    public int PendingMinutes { get; set; } = 30;

    /// <summary>Per cent of an hour's instructions that may fail.</summary>
    [Range(0, 100)]
    public int FailurePercent { get; set; } = 10;

    /// <summary>In an hour with fewer ended instructions, per cents say nothing.</summary>
    [Range(1, 100_000)]
    public int LeastEnded { get; set; } = 10;

    /// <summary>Per cent of the usual clips of an hour below which too few are made.</summary>
    [Range(1, 100)]
    public int ThroughputPercent { get; set; } = 50;

    /// <summary>Where fewer clips than this are usual in an hour, nothing is compared.</summary>
    [Range(1, 100_000)]
    public int LeastThroughput { get; set; } = 20;
}
