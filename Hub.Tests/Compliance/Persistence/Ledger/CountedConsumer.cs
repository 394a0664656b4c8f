using MassTransit;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Notes what other consumers published.</summary>
internal sealed class CountedConsumer(LedgerDbContext database) : IConsumer<PotCounted>
{
    public const string Note = "counted";

    public Task Consume(ConsumeContext<PotCounted> context)
    {
        database.Add(new LedgerEntry { Note = Note, Subject = context.Message.PotId, Position = context.Message.Attempt });
        return Task.CompletedTask;
    }
}
