using Hub.Modules.Kernel;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Retention;

/// <summary>Removes files on every host, since only those that see a file can.</summary>
internal sealed class RemovedClipsService(RemovedClips clips, TimeProvider clock, ILogger<RemovedClipsService> logger) : ResilientBackgroundService(clock, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        await clips.DeleteAsync(stoppingToken);
        await Task.Delay(Interval, Clock, stoppingToken);
    }
}
