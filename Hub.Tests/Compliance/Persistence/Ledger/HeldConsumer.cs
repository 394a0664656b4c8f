using MassTransit;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Does not finish before the test lets it.</summary>
internal sealed class HeldConsumer(LedgerDbContext database, Gate gate) : IConsumer<PotAwarded>
{
    public const string Note = "held";

    public async Task Consume(ConsumeContext<PotAwarded> context)
    {
        await gate.PassAsync(context.CancellationToken);
        database.Add(new LedgerEntry { Note = Note, Subject = context.Message.PotId });
    }
}
