using Hub.Contracts.Render;
using MassTransit;

namespace Hub.Modules.Monitoring.Alerts.Clips;

/// <summary>Notes that a clip was taken from a lost worker.</summary>
internal sealed class RenderAttemptLostConsumer(AlertStore alerts, TimeProvider clock) : IConsumer<RenderAttemptLost>
{
    public Task Consume(ConsumeContext<RenderAttemptLost> context) => alerts.RaiseAsync(ClipAlerts.Recovered(context.Message, clock.SentAt(context)), context.CancellationToken);
}
