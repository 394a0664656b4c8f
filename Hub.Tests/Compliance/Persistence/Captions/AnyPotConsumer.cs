using Hub.Tests.Compliance.Persistence.Ledger;
using MassTransit;

namespace Hub.Tests.Compliance.Persistence.Captions;

/// <summary>Another module's consumer, of the interface and not of the message itself.</summary>
internal sealed class AnyPotConsumer(CaptionDbContext database) : IConsumer<IPotMoved>
{
    public Task Consume(ConsumeContext<IPotMoved> context)
    {
        database.Add(new CaptionLine { Text = "pot moved", Subject = context.Message.PotId });
        return Task.CompletedTask;
    }
}
