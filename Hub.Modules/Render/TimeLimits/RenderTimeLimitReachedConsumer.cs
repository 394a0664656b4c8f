using System.Globalization;
using Hub.Contracts.Render;
using Hub.Modules.Render.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.TimeLimits;

/// <summary>
/// Ends a claim whose time is over, as its worker should have: the lease goes, the worker's engine with the next renewal, and the saga judges
/// the attempt. A claim that has ended meanwhile is left alone.
/// </summary>
internal sealed partial class RenderTimeLimitReachedConsumer(RenderDbContext db, ILogger<RenderTimeLimitReachedConsumer> logger) : IConsumer<RenderTimeLimitReached>
{
    public async Task Consume(ConsumeContext<RenderTimeLimitReached> context)
    {
        var reached = context.Message;
        if (await db.Leases.Where(lease => lease.ClaimId == reached.ClaimId).ExecuteDeleteAsync(context.CancellationToken) == 0)
        {
            return;
        }

        db.AbandonedClaims.Add(new AbandonedClaim { ClaimId = reached.ClaimId });
        await context.Publish(new RenderAttemptFailed
        {
            CorrelationId = reached.CorrelationId,
            InstructionId = reached.InstructionId,
            Attempt = reached.Attempt,
            ClaimId = reached.ClaimId,
            Worker = reached.Worker,
            Kind = RenderFailureKind.TimeLimit,
            Reason = string.Create(CultureInfo.InvariantCulture, $"Worker {reached.Worker} had not finished within {reached.Limit.TotalMinutes:0} minutes, nor given up; the clip was taken from it."),
        });
        ClaimEnded(logger, reached.InstructionId, reached.Attempt, reached.Worker, reached.Limit);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Instruction {InstructionId}, attempt {Attempt}, was taken from worker {Worker}: not done within {Limit}")]
    private static partial void ClaimEnded(ILogger logger, long instructionId, long attempt, string worker, TimeSpan limit);
}
