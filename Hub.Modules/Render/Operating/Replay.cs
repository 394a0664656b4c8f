using Hub.Contracts.Render;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Posters;
using Hub.Modules.Render.Tracking;
using MassTransit;

namespace Hub.Modules.Render.Operating;

/// <summary>
/// Sends an instruction that has ended without a clip back into the queue, with its newest texts and all its retries: the same instruction,
/// whose attempts go on being counted. So does it with one that is held.
/// </summary>
internal sealed class Replay(RenderDbContext db, StoredPreflight preflight, IPublishEndpoint events, TicketDispatcher dispatcher, PosterQueue posters)
{
    /// <param name="id">Instruction.</param>
    /// <param name="by">Login of the operator.</param>
    /// <param name="cancellationToken">Ends the wait for the row.</param>
    public async Task<ActOutcome> ReplayAsync(int id, string by, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockAsync(id, cancellationToken) is not { } instruction)
            return ActOutcome.NotFound;
        if (instruction.Status == RenderStatus.Processing || (instruction.Status == RenderStatus.Pending && !instruction.IsHeld()))
            return new ActOutcome(instruction.Status);
        if (instruction.Status == RenderStatus.Completed)
            return new ActOutcome(instruction.Status, $"Instruction {id} has its clip; render-again makes another one.");
        if (instruction.IsWithdrawn)
            return new ActOutcome(instruction.Status, $"Instruction {id} is not wanted any more: {instruction.ErrorMessage}.");

        instruction.TakeLatest();
        if (preflight.Check(instruction) is { IsEmpty: false } errors)
            return new ActOutcome(instruction.Status, Errors: errors);

        instruction.Reopen();
        await events.Publish(new RenderReplayed { InstructionId = id, TemplateName = instruction.TemplateName, By = by }, cancellationToken);
        await dispatcher.FillWindowAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        posters.Add([instruction]);
        return new ActOutcome(instruction.Status);
    }
}
