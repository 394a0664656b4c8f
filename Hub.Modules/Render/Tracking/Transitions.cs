using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;

namespace Hub.Modules.Render.Tracking;

/// <summary>
/// What the hub does to an instruction's row, besides taking and finishing it. Pure: whoever calls holds the row's lock and saves. Together
/// they keep v1's columns true: <c>started_at</c> only of an attempt that runs or was the last, <c>completed_at</c> only of what has ended,
/// <c>error_message</c> only of what has failed since it was last begun afresh.
/// </summary>
internal static class Transitions
{
    /// <summary>
    /// Engines run in children, so a worker that dies says little about its clip. This many are put down to the machines; then the
    /// clip is taken to be what kills them.
    /// </summary>
    public const int MostLostWorkers = 10;

    /// <summary>With more than so many it waits longer each time, to spare the farm: it may be the clip after all.</summary>
    private const int LostWithoutPause = 3;

    /// <summary>What has failed is not what is wanted any more.</summary>
    public static bool IsRevised(this RenderInstruction instruction) => instruction.IsWithdrawn || instruction.LatestFields is not null;

    /// <summary>Another charged failure is allowed.</summary>
    public static bool HasRetries(this RenderInstruction instruction) => (instruction.RetryCount ?? 0) < (instruction.MaxRetries ?? 0);

    /// <summary>Waiting, and neither adopted nor asked for: it goes out when a person replays it.</summary>
    public static bool IsHeld(this RenderInstruction instruction) => instruction.Status == RenderStatus.Pending && instruction.NotBefore == Held.Until;

    /// <summary>Takes ticket and claim away; the attempt that had them is over.</summary>
    public static void Release(this RenderInstruction instruction)
        => (instruction.DispatchedAt, instruction.ClaimId, instruction.Worker, instruction.StartedAt) = (null, null, null, null);

    /// <summary>Counts a failure of the clip, which waits before its next attempt.</summary>
    public static void Charge(this RenderInstruction instruction, DateTimeOffset now)
    {
        instruction.RetryCount = (instruction.RetryCount ?? 0) + 1;
        instruction.Postpone(instruction.RetryCount.Value, now);
    }

    /// <summary>Counts a worker that was lost over it.</summary>
    public static void CountLoss(this RenderInstruction instruction, string reason)
    {
        instruction.LostWorkers++;
        instruction.ErrorMessage = instruction.LostWorkers > MostLostWorkers ? $"{reason} It is one of {instruction.LostWorkers} workers that were lost over this clip." : reason;
    }

    /// <summary>Releases it, and lets it wait for longer the more often it has failed.</summary>
    public static void Postpone(this RenderInstruction instruction, int failures, DateTimeOffset now)
    {
        instruction.NotBefore = now + Backoff.Before(failures, Random.Shared.NextDouble());
        instruction.Release();
    }

    /// <summary>Without a reason the worker only stops. With one, another try may meet with the same, and must not follow at once.</summary>
    public static void GiveBack(this RenderInstruction instruction, string? reason, DateTimeOffset now)
    {
        if (reason is null)
        {
            instruction.Release();
            return;
        }

        instruction.ErrorMessage = reason;
        instruction.Postpone(++instruction.UnfitAttempts, now);
    }

    /// <summary>The first few lost workers are put down to their machines: another one goes on at once.</summary>
    public static void ReleaseOfLost(this RenderInstruction instruction, DateTimeOffset now)
    {
        if (instruction.LostWorkers > LostWithoutPause)
        {
            instruction.Postpone(instruction.LostWorkers - LostWithoutPause, now);
        }
        else
        {
            instruction.Release();
        }
    }

    /// <summary>Other texts are another job: at once, with all its retries.</summary>
    public static void TakeLatest(this RenderInstruction instruction)
    {
        if (instruction.LatestFields is not { } latest)
        {
            return;
        }

        (instruction.LayerDataJson, instruction.LatestFields, instruction.StaleAt, instruction.StaleReason) = (latest, null, null, null);
        (instruction.RetryCount, instruction.LostWorkers, instruction.UnfitAttempts, instruction.NotBefore, instruction.ErrorMessage) = (0, 0, 0, null, null);
    }

    /// <summary>The caption was withdrawn while a worker had it.</summary>
    public static void Withdraw(this RenderInstruction instruction, DateTimeOffset now)
    {
        (instruction.ErrorMessage, instruction.StaleAt, instruction.StaleReason) = (instruction.StaleReason, null, null);
        instruction.End(now);
    }

    /// <summary>Nothing more will be done.</summary>
    public static void End(this RenderInstruction instruction, DateTimeOffset now)
        => (instruction.CompletedAt, instruction.DispatchedAt, instruction.NotBefore) = (now, null, null);

    /// <summary>
    /// Puts what has ended back into the queue as if it were new. Without its ticket: one that is still on its way was for the instruction
    /// as it was, and is dropped.
    /// </summary>
    public static void Reopen(this RenderInstruction instruction)
    {
        (instruction.Status, instruction.ErrorMessage, instruction.CompletedAt) = (RenderStatus.Pending, null, null);
        (instruction.RetryCount, instruction.LostWorkers, instruction.UnfitAttempts, instruction.NotBefore) = (0, 0, 0, null);
        (instruction.Owner, instruction.OwnedAt) = (null, null);
        instruction.Release();
    }
}
