using Hub.Contracts.Render;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using MassTransit;

namespace Hub.Modules.Render.Operating;

/// <summary>Gives an open instruction another place in the queue, and has tickets follow where that changes who goes first.</summary>
internal sealed class PriorityChange(RenderDbContext db, IPublishEndpoint events, OutrankedTickets outranked, TicketDispatcher dispatcher)
{
    /// <param name="id">Instruction.</param>
    /// <param name="priority">1 (highest) to 10 (lowest).</param>
    /// <param name="by">Login of the operator.</param>
    /// <param name="cancellationToken">Ends the wait for the row.</param>
    public async Task<ActOutcome> ChangeAsync(int id, int priority, string by, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockAsync(id, cancellationToken) is not { } instruction)
            return ActOutcome.NotFound;
        if (instruction.Status is not (RenderStatus.Pending or RenderStatus.Processing))
            return new ActOutcome(instruction.Status, $"Instruction {id} is {instruction.Status}; only what waits or is being rendered has a place in the queue.");
        if (instruction.Priority == priority)
            return new ActOutcome(instruction.Status);

        instruction.Priority = priority;
        await events.Publish(new RenderPriorityChanged { InstructionId = id, TemplateName = instruction.TemplateName, Priority = priority, By = by }, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await outranked.RecallAsync(cancellationToken);
        await dispatcher.FillWindowAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return new ActOutcome(instruction.Status);
    }
}
