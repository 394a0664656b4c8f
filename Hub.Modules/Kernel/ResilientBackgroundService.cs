using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Kernel;

/// <summary>
/// A background loop that survives any exception: it reports it, waits longer after each failure in a row, and goes on.
/// </summary>
public abstract partial class ResilientBackgroundService(TimeProvider timeProvider, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>Clock of the loop.</summary>
    protected TimeProvider Clock => timeProvider;

    /// <summary>One round, including its own waiting. Called again as soon as it returns.</summary>
    protected abstract Task RunOnceAsync(CancellationToken stoppingToken);

    /// <inheritdoc />
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts services one after the other; the first round must not hold up the rest.
        await Task.Yield();
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
                pause = FirstPause;
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // What the round was using is being taken down; whatever it left undone, the next start finds.
                return;
            }
            catch (Exception exception)
            {
                RoundFailed(logger, GetType().Name, pause.TotalSeconds, exception);
                await Task.Delay(pause, timeProvider, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Service} failed in a round and goes on in {PauseSeconds} s")]
    private static partial void RoundFailed(ILogger logger, string service, double pauseSeconds, Exception exception);
}
