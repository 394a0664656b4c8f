using Hub.Modules.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Clips;

/// <summary>At start and every so often: removes leftovers and makes up for copies that were not published.</summary>
internal sealed class ClipCareService(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ClipCareService> logger)
    : ResilientBackgroundService(clock, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var sweep = scope.ServiceProvider.GetRequiredService<ClipSweep>();
            await sweep.SweepAsync(stoppingToken);
            await sweep.ForgetAsync(stoppingToken);
            await scope.ServiceProvider.GetRequiredService<ClipPublisher>().PublishAsync(stoppingToken);
        }

        await Task.Delay(Interval, Clock, stoppingToken);
    }
}
