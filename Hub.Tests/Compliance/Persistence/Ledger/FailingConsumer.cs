using MassTransit;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Saves, publishes and then fails, as often as the test wants.</summary>
internal sealed class FailingConsumer(LedgerDbContext database, FailurePlan plan) : IConsumer<PotAwarded>
{
    public const string Note = "failing";

    public async Task Consume(ConsumeContext<PotAwarded> context)
    {
        var attempt = plan.NextAttempt();
        database.Add(new LedgerEntry { Note = Note, Subject = context.Message.PotId });
        await context.Publish(new PotCounted(context.Message.PotId, attempt));
        await database.SaveChangesAsync();
        if (attempt <= plan.Failures)
        {
            throw new InvalidOperationException($"attempt {attempt} fails on purpose");
        }
    }
}
