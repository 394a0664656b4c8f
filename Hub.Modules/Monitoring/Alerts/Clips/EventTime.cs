using MassTransit;

namespace Hub.Modules.Monitoring.Alerts.Clips;

/// <summary>When what a message tells of happened, for messages that do not say so themselves.</summary>
internal static class EventTime
{
    /// <summary>When it was sent, which is when it happened: it was stored with what it tells of. Now, when even that is unknown.</summary>
    public static DateTimeOffset SentAt(this TimeProvider clock, ConsumeContext context)
        => context.SentTime is { } sent ? new DateTimeOffset(DateTime.SpecifyKind(sent, DateTimeKind.Utc)) : clock.GetUtcNow();
}
