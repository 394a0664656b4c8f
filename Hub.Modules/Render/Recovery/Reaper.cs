using Hub.Modules.Kernel;
using Hub.Modules.Render.Adoption;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Recovery;

/// <summary>
/// The net under everything else, once a minute: what is in processing for longer than it may and has no living lease, what waits without a
/// ticket although there is room, what v1's clients wrote and nobody took up. Each step may run on several hosts at once.
/// </summary>
internal sealed partial class Reaper(StuckInstructions stuck, OverlookedInstructions overlooked, ExternalWrites writes, ILogger<Reaper> logger) : IRecurringJob
{
    public string Name => "render-reaper";

    public TimeSpan Interval => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await writes.TakeAsync(cancellationToken))
        {
        }

        int reaped;
        while ((reaped = await stuck.ReapAsync(cancellationToken)) > 0)
        {
            Reaped(logger, reaped);
        }

        if (await overlooked.SendOutAsync(cancellationToken) is > 0 and var sent)
        {
            SentOut(logger, sent);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Instructions} instructions were in processing for too long with no worker alive, and were taken back")]
    private static partial void Reaped(ILogger logger, int instructions);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Instructions} instructions waited without a ticket although there was room")]
    private static partial void SentOut(ILogger logger, int instructions);
}
