using Hub.Contracts.Render;
using MassTransit;

namespace Hub.Modules.Monitoring.Alerts.Clips;

/// <summary>Raises an alert for a clip that was given up.</summary>
internal sealed class RenderFailedConsumer(AlertStore alerts, TimeProvider clock) : IConsumer<RenderFailed>
{
    public Task Consume(ConsumeContext<RenderFailed> context) => alerts.RaiseAsync(ClipAlerts.GivenUp(context.Message, clock.SentAt(context)), context.CancellationToken);
}
