using Hub.Modules.Kernel;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Retention;

/// <summary>Removes files on every host, since only those that see a file can.</summary>
internal sealed class RemovedClipsService(RemovedClips clips, TimeProvider clock, ILogger<RemovedClipsService> logger) : ResilientBackgroundService(clock, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        // A share that does not answer holds up the round, but not the end.
        await Task.Run(() => clips.DeleteAsync(stoppingToken), stoppingToken).WaitAsync(stoppingToken);
        await Task.Delay(Interval, Clock, stoppingToken);
    }
}
