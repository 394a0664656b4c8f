using System.Collections.Concurrent;
using Hub.Contracts.Engine;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Engines;

/// <summary>
/// The warm engine children of this worker: as many as clips are rendered at a time. A child that failed in any way but a plain
/// "cannot render this" is killed and replaced.
/// </summary>
internal sealed partial class EnginePool(EngineCommand command, IOptions<RenderOptions> options, TimeProvider clock, ILogger<EnginePool> logger) : IAsyncDisposable
{
    private readonly ConcurrentBag<EngineProcess> _idle = [];
    private readonly EngineLimits _limits = new(TimeSpan.FromSeconds(options.Value.StallSeconds), TimeSpan.FromSeconds(options.Value.FinishSeconds));
    private bool _isDisposed;

    /// <exception cref="RenderEngineException">The clip could not be made.</exception>
    /// <exception cref="EngineEndedException">Its engine's process ended.</exception>
    /// <exception cref="TimeoutException">It took longer than <paramref name="limit"/>, or did not get on.</exception>
    public async Task<RenderedClip> RenderAsync(string engine, RenderClip clip, TimeSpan limit, Action<int, int> progress, CancellationToken cancellationToken)
    {
        using var timeLimit = new CancellationTokenSource(limit, clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeLimit.Token);
        try
        {
            return await WithChildAsync(child => child.RenderAsync(engine, clip, _limits, progress, ending.Token), ending.Token);
        }
        catch (OperationCanceledException exception) when (timeLimit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The clip was not finished within {limit.TotalMinutes:0} minutes and its engine was killed.", exception);
        }
    }

    /// <exception cref="RenderEngineException">The picture could not be made.</exception>
    /// <exception cref="EngineEndedException">Its engine's process ended.</exception>
    /// <exception cref="TimeoutException">It took longer than <paramref name="limit"/>.</exception>
    public Task DrawStillAsync(string engine, RenderClip clip, TimeSpan limit, CancellationToken cancellationToken)
        => WithChildAsync(
            async child =>
            {
                await child.DrawStillAsync(engine, clip, limit, cancellationToken);
                return true;
            },
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        while (_idle.TryTake(out var child))
        {
            await child.DisposeAsync();
        }
    }

    private async Task<T> WithChildAsync<T>(Func<EngineProcess, Task<T>> work, CancellationToken cancellationToken)
    {
        var child = await TakeAsync(cancellationToken);
        var isUsable = false;
        try
        {
            var done = await work(child);
            isUsable = true;
            return done;
        }
        catch (RenderEngineException exception)
        {
            // A final error lies in the job; any other may lie in the child.
            isUsable = exception.IsFinal;
            throw;
        }
        finally
        {
            await GiveBackAsync(child, isUsable);
        }
    }

    private async Task<EngineProcess> TakeAsync(CancellationToken cancellationToken)
    {
        while (_idle.TryTake(out var child))
        {
            if (child.IsAlive)
            {
                return child;
            }

            await child.DisposeAsync();
        }

        var started = await EngineProcess.StartAsync(command, clock, cancellationToken);
        ChildStarted(logger, started.ProcessId);
        return started;
    }

    private async Task GiveBackAsync(EngineProcess child, bool isUsable)
    {
        if (isUsable && !_isDisposed && !HasGrownTooFar(child))
        {
            _idle.Add(child);
            return;
        }

        ChildKilled(logger, child.ProcessId);
        await child.DisposeAsync();
    }

    /// <summary>Whatever a native library keeps of each job ends with its process; starting another takes less time than one clip.</summary>
    private bool HasGrownTooFar(EngineProcess child)
    {
        var megabytes = child.WorkingSet >> 20;
        if (megabytes <= options.Value.EngineMegabytes)
        {
            return false;
        }

        ChildHasGrown(logger, child.ProcessId, megabytes, options.Value.EngineMegabytes);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Engine child {ProcessId} is ready")]
    private static partial void ChildStarted(ILogger logger, int processId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Engine child {ProcessId} has grown to {Megabytes} MB, more than Render:EngineMegabytes = {Limit}")]
    private static partial void ChildHasGrown(ILogger logger, int processId, long megabytes, int limit);

    [LoggerMessage(Level = LogLevel.Information, Message = "Engine child {ProcessId} is killed; another takes its place")]
    private static partial void ChildKilled(ILogger logger, int processId);
}
