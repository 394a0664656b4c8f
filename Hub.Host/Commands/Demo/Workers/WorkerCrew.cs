using Hub.Host.Database;
using Hub.Modules.Kernel;

namespace Hub.Host.Commands.Demo.Workers;

/// <summary>Keeps the demo's worker processes running: one that ends by itself is started anew.</summary>
internal sealed partial class WorkerCrew(DemoRequest request, HubDatabase database, IConfiguration configuration, TimeProvider clock, ILogger<WorkerCrew> logger)
    : ResilientBackgroundService(clock, logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>What has run for so long did not end because of how it was started.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(20);

    protected override Task RunOnceAsync(CancellationToken stoppingToken)
    {
        var environment = WorkerEnvironment.Of(configuration, request.ToSettings(), database.ConnectionString, request.Workers);
        return Task.WhenAll(Enumerable.Range(1, request.Workers).Select(number => KeepAsync($"worker {number}", environment, stoppingToken)));
    }

    private async Task KeepAsync(string name, IReadOnlyDictionary<string, string?> environment, CancellationToken stoppingToken)
    {
        for (var pause = FirstPause; !stoppingToken.IsCancellationRequested;)
        {
            var startedAt = Clock.GetTimestamp();
            await using (var worker = WorkerProcess.Start(name, environment, Console.Error))
            {
                Started(logger, name, worker.Id);
                await worker.WaitForExitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (stoppingToken.IsCancellationRequested)
                    continue;
                pause = Clock.GetElapsedTime(startedAt) > Steady ? FirstPause : pause;
                // Ctrl+C reaches workers, too, and those that heed it are not missed.
                if (worker.ExitCode != 0)
                    Ended(logger, name, worker.Id, worker.ExitCode, pause.TotalSeconds);
            }

            await Task.Delay(pause, Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Worker} is process {ProcessId}")]
    private static partial void Started(ILogger logger, string worker, int processId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Worker} (process {ProcessId}) ended with code {ExitCode} and is started anew in {PauseSeconds} s")]
    private static partial void Ended(ILogger logger, string worker, int processId, int exitCode, double pauseSeconds);
}
