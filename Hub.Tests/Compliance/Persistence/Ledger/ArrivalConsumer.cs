using MassTransit;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Notes the order of arrival at this host.</summary>
internal sealed class ArrivalConsumer(Arrivals arrivals) : IConsumer<PotAwarded>
{
    public Task Consume(ConsumeContext<PotAwarded> context)
    {
        arrivals.Add(context.Message);
        return Task.CompletedTask;
    }
}
