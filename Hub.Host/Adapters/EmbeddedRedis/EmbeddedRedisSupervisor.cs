using Hub.Modules.Kernel;
using Microsoft.Extensions.Logging;

namespace Hub.Adapters.EmbeddedRedis;

/// <summary>Starts the private server again when it ends by itself: during a show nobody may have to do that by hand.</summary>
internal sealed partial class EmbeddedRedisSupervisor(EmbeddedRedisServer server, TimeProvider clock, ILogger<EmbeddedRedisSupervisor> logger)
    : ResilientBackgroundService(clock, logger)
{
    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        await server.WaitForExitAsync(stoppingToken);
        Ended(logger);
        await server.RestartAsync(stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The embedded Redis ended by itself and is started again")]
    private static partial void Ended(ILogger logger);
}
