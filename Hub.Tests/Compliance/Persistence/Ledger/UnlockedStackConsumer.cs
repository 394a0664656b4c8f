using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>What the saga repository would be without its lock: reads, thinks for a moment, writes.</summary>
internal sealed class UnlockedStackConsumer(LedgerDbContext database) : IConsumer<ChipsWon>
{
    public async Task Consume(ConsumeContext<ChipsWon> context)
    {
        var stack = await database.Stacks.SingleAsync(row => row.CorrelationId == context.Message.CorrelationId);
        await database.Database.ExecuteSqlAsync($"SELECT pg_sleep(0.01)");
        stack.Chips += context.Message.Chips;
        stack.Moves++;
    }
}
