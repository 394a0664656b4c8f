using Hub.Contracts.Monitoring;
using MassTransit;

namespace Hub.Modules.Monitoring.Alerts;

/// <summary>Ends an open alert.</summary>
internal sealed class AlertResolvedConsumer(AlertStore alerts) : IConsumer<AlertResolved>
{
    public async Task Consume(ConsumeContext<AlertResolved> context)
    {
        var resolved = context.Message;
        var ending = new AlertEnding(resolved.Code, resolved.Subject, resolved.Text, resolved.OccurredAt);
        if (!await alerts.ResolveAsync(ending, context.CancellationToken))
            await alerts.RememberEndAsync(ending, context.CancellationToken);
    }
}
