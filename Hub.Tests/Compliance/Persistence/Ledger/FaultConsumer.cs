using MassTransit;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Notes that a pot's message failed for good.</summary>
internal sealed class FaultConsumer(LedgerDbContext database) : IConsumer<Fault<PotAwarded>>
{
    public const string Note = "fault";

    public Task Consume(ConsumeContext<Fault<PotAwarded>> context)
    {
        database.Add(new LedgerEntry { Note = Note, Subject = context.Message.Message.PotId });
        return Task.CompletedTask;
    }
}
