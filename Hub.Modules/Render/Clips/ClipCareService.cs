using Hub.Modules.Kernel;
using Hub.Modules.Render.Engines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Clips;

/// <summary>
/// At start, every so often and at the end: removes leftovers, processes of dead workers' engines among them; and makes up for copies that
/// were not published.
/// </summary>
internal sealed partial class ClipCareService(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ClipCareService> logger)
    : ResilientBackgroundService(clock, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <summary>A short run may end before its second round, and must not leave the files of an earlier one that was killed.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ClipSweep>().SweepAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            SweptLater(logger, exception);
        }
    }

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        if (EngineMark.KillLeftovers() is > 0 and var processes)
        {
            ProcessesEnded(logger, processes);
        }

        await using (var scope = scopes.CreateAsyncScope())
        {
            var sweep = scope.ServiceProvider.GetRequiredService<ClipSweep>();
            await sweep.SweepAsync(stoppingToken);
            await sweep.ForgetAsync(stoppingToken);
            await scope.ServiceProvider.GetRequiredService<ClipPublisher>().PublishAsync(stoppingToken);
        }

        await Task.Delay(Interval, Clock, stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Processes} processes of dead workers' engines were ended")]
    private static partial void ProcessesEnded(ILogger logger, int processes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Files of abandoned attempts could not be removed at the end; the next start does it")]
    private static partial void SweptLater(ILogger logger, Exception exception);
}
