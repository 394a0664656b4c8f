using Hub.Modules.Kernel;
using Hub.Modules.Render.Engines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Clips;

/// <summary>
/// At start, every so often and at the end: removes leftovers, processes of dead workers' engines among them; and makes up for copies that
/// were not published.
/// </summary>
internal sealed partial class ClipCareService(IServiceScopeFactory scopes, PublishSignal published, TimeProvider clock, ILogger<ClipCareService> logger)
    : ResilientBackgroundService(clock, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan TimeAtTheEnd = TimeSpan.FromSeconds(3);

    private long? _sweptAt;

    /// <summary>A short run may end before its second round, and must not leave the files of an earlier one that was killed.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var sweep = scope.ServiceProvider.GetRequiredService<ClipSweep>();
            await Task.Run(() => sweep.SweepAsync(cancellationToken), cancellationToken).WaitAsync(TimeAtTheEnd, Clock, cancellationToken);
        }
        catch (Exception exception)
        {
            SweptLater(logger, exception);
        }
    }

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        // A share that does not answer holds up the round, but not the end.
        await Task.Run(() => CareAsync(stoppingToken), stoppingToken).WaitAsync(stoppingToken);
        await published.WaitAsync(Interval, stoppingToken);
    }

    private async Task CareAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (_sweptAt is not { } last || Clock.GetElapsedTime(last) >= Interval)
        {
            _sweptAt = Clock.GetTimestamp();
            await SweepAsync(scope.ServiceProvider.GetRequiredService<ClipSweep>(), cancellationToken);
        }

        await scope.ServiceProvider.GetRequiredService<ClipPublisher>().PublishAsync(cancellationToken);
    }

    private async Task SweepAsync(ClipSweep sweep, CancellationToken cancellationToken)
    {
        if (EngineMark.KillLeftovers() is > 0 and var processes)
        {
            ProcessesEnded(logger, processes);
        }

        await sweep.SweepAsync(cancellationToken);
        await sweep.ForgetAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Processes} processes of dead workers' engines were ended")]
    private static partial void ProcessesEnded(ILogger logger, int processes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Files of abandoned attempts could not be removed at the end; the next start does it")]
    private static partial void SweptLater(ILogger logger, Exception exception);
}
