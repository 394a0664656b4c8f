using MassTransit;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Consumes on the endpoint that has no inbox.</summary>
internal sealed class ExemptConsumer(TaskCompletionSource seen) : IConsumer<PotAwarded>
{
    public Task Consume(ConsumeContext<PotAwarded> context)
    {
        seen.TrySetResult();
        return Task.CompletedTask;
    }
}
