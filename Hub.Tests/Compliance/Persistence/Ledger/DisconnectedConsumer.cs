using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Loses its database connection, as often as the test wants: more often than a consumer may fail.</summary>
internal sealed class DisconnectedConsumer(LedgerDbContext database, FailurePlan plan) : IConsumer<PotAwarded>
{
    public const string Note = "disconnected";

    public async Task Consume(ConsumeContext<PotAwarded> context)
    {
        database.Add(new LedgerEntry { Note = Note, Subject = context.Message.PotId });
        if (plan.NextAttempt() <= plan.Failures)
        {
            await database.Database.ExecuteSqlAsync($"SELECT pg_terminate_backend(pg_backend_pid())", context.CancellationToken);
        }
    }
}
