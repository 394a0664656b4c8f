using MassTransit;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Writes a row for each pot.</summary>
internal sealed class RecordPotConsumer(LedgerDbContext database) : IConsumer<PotAwarded>
{
    public const string Note = "recorded";

    public Task Consume(ConsumeContext<PotAwarded> context)
    {
        database.Add(new LedgerEntry { Note = Note, Subject = context.Message.PotId, Position = context.Message.Position });
        return Task.CompletedTask;
    }
}
