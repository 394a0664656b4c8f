using Hub.Modules.Kernel;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Subtitle.Rules;

/// <summary>Looks at the rules file every two seconds. File system events are not used: they are lost on network shares.</summary>
internal sealed class CaptionRulesWatcher(CaptionRulesStore store, TimeProvider timeProvider, ILogger<CaptionRulesWatcher> logger)
    : ResilientBackgroundService(timeProvider, logger)
{
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        store.Refresh();
        await Task.Delay(Pause, Clock, stoppingToken);
    }
}
