using Hub.Contracts.Render;
using Hub.Modules.Render.Working;
using MassTransit;

namespace Hub.Modules.Render.TimeLimits;

/// <summary>
/// The timer of an attempt, set and cancelled in the transactions that begin and end its claim. The worker ends its engine at the limit
/// itself; the timer is for a worker that does not, and renews its lease all the same.
/// </summary>
internal sealed class AttemptTimer(IMessageScheduler scheduler, AttemptLimits limits, TimeProvider clock)
{
    /// <summary>For the worker to say itself that the time was not enough, or to store what it finished in the last moment.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private static readonly Uri Destination = new($"queue:{RenderTimeLimitReachedConsumerDefinition.QueueName}");

    public Task SetAsync(Claim claim, string worker, CancellationToken cancellationToken)
    {
        var limit = limits.Of(claim.TemplateName);
        var message = new RenderTimeLimitReached
        {
            CorrelationId = claim.CorrelationId,
            InstructionId = claim.InstructionId,
            Attempt = claim.Attempt,
            ClaimId = claim.ClaimId,
            Worker = worker,
            Limit = limit,
        };
        return scheduler.ScheduleSend(Destination, (clock.GetUtcNow() + limit + Grace).UtcDateTime, message, cancellationToken);
    }

    public Task CancelAsync(Guid claimId, CancellationToken cancellationToken) => scheduler.CancelScheduledSend(Destination, claimId, cancellationToken);
}
