using Hub.Contracts.Monitoring;
using MassTransit;

namespace Hub.Modules.Monitoring.Alerts;

/// <summary>Opens an alert, or counts one that is open.</summary>
internal sealed class AlertRaisedConsumer(AlertStore alerts) : IConsumer<AlertRaised>
{
    public Task Consume(ConsumeContext<AlertRaised> context) => alerts.RaiseAsync(context.Message, context.CancellationToken);
}
