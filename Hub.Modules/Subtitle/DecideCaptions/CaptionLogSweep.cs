using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Forgets captions that nobody will correct any more.</summary>
internal sealed class CaptionLogSweep(IServiceScopeFactory scopes, IOptions<SubtitleOptions> options, TimeProvider timeProvider, ILogger<CaptionLogSweep> logger)
    : ResilientBackgroundService(timeProvider, logger)
{
    private const int BatchSize = 1_000;

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        while (await ForgetSomeAsync(stoppingToken) == BatchSize)
        {
            // The next ones.
        }

        await Task.Delay(Pause, Clock, stoppingToken);
    }

    private async Task<int> ForgetSomeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SubtitleDbContext>();
        var oldest = Clock.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepCaptionsDays);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // Alone, so that no caption disappears while it is being written again.
        await scope.ServiceProvider.GetRequiredService<CaptionLog>().HaveAloneAsync(cancellationToken);
        var forgotten = await database.Captions
            .Where(caption => caption.CreatedAt < oldest)
            .OrderBy(caption => caption.Id)
            .Take(BatchSize)
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return forgotten;
    }
}
