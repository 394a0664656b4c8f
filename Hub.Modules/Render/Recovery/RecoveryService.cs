using Hub.Modules.Kernel;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Recovery;

/// <summary>
/// Twice a second: who is gone, whose lease has run out, what has become due, which tickets were lost. Every step may run on several
/// coordinators at once. Work that goes its normal way never waits for this loop.
/// </summary>
internal sealed partial class RecoveryService(
    IServiceScopeFactory scopes, PresenceWatch presence, LostTickets tickets, IOptions<RenderOptions> options, TimeProvider clock, ILogger<RecoveryService> logger)
    : ResilientBackgroundService(clock, logger)
{
    private const int LooksUntilTicketsAreLost = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);
    private readonly long _startedAt = clock.GetTimestamp();
    private HashSet<int> _known = [];
    private bool _isRebuilt;
    private int _idleLooks;

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        try
        {
            await LookForLostClaimsAsync(stoppingToken);
            await LookForTicketsAsync(stoppingToken);
        }
        catch
        {
            presence.LoseContact();
            throw;
        }

        await Task.Delay(Interval, Clock, stoppingToken);
    }

    private async Task LookForLostClaimsAsync(CancellationToken cancellationToken)
    {
        var (serverStartedAt, workers) = await InScopeAsync(provider => provider.GetRequiredService<LostClaims>().LookAsync(cancellationToken));
        if (!workers.All(worker => _known.Contains(worker.Id)))
        {
            await InScopeAsync(provider => provider.GetRequiredService<LostClaims>().WelcomeAsync(cancellationToken));
        }

        _known = [.. workers.Select(worker => worker.Id)];

        foreach (var worker in presence.Look(serverStartedAt, workers))
        {
            if (await InScopeAsync(provider => provider.GetRequiredService<LostClaims>().EndAsync(worker, cancellationToken)) is { } claims)
            {
                // One that ended before this coordinator came, with nothing in its hands, is how every restart after a kill begins.
                var level = worker.WasSeen || claims > 0 ? LogLevel.Warning : LogLevel.Information;
                WorkerGone(logger, level, worker.Name, claims);
            }
        }

        if (presence.Contact >= TimeSpan.FromSeconds(options.Value.LeaseSeconds)
            && await InScopeAsync(provider => provider.GetRequiredService<LostClaims>().EndExpiredAsync(cancellationToken)) is > 0 and var expired)
        {
            LeasesExpired(logger, expired);
        }
    }

    private async Task LookForTicketsAsync(CancellationToken cancellationToken)
    {
        TimeSpan? recallAge = null;
        _idleLooks = await InScopeAsync(provider => provider.GetRequiredService<IdleTickets>().AreThereAsync(cancellationToken)) ? _idleLooks + 1 : 0;
        if (!_isRebuilt)
        {
            // On an in-memory transport tickets die with the process that holds them: trust none from before this one.
            recallAge = Clock.GetElapsedTime(_startedAt);
        }
        else if (_idleLooks >= LooksUntilTicketsAreLost)
        {
            recallAge = IdleTickets.Age;
        }

        if (recallAge is not { } age)
        {
            await InScopeAsync(provider => FillWindowAsync(provider, cancellationToken));
            return;
        }

        if (await tickets.IssueAnewAsync(age, cancellationToken) is > 0 and var recalled)
        {
            TicketsIssuedAnew(logger, recalled);
        }

        (_isRebuilt, _idleLooks) = (true, 0);
    }

    private static async Task<bool> FillWindowAsync(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var dispatcher = provider.GetRequiredService<TicketDispatcher>();
        if (!await dispatcher.IsAnyDueAsync(cancellationToken))
        {
            return false;
        }

        await using var transaction = await provider.GetRequiredService<RenderDbContext>().Database.BeginTransactionAsync(cancellationToken);
        await dispatcher.FillWindowAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }

    private async Task InScopeAsync(Func<IServiceProvider, Task> step)
    {
        await using var scope = scopes.CreateAsyncScope();
        await step(scope.ServiceProvider);
    }

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> step)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await step(scope.ServiceProvider);
    }

    [LoggerMessage(Message = "Worker {Worker} is gone; {Claims} claims of it were ended")]
    private static partial void WorkerGone(ILogger logger, LogLevel level, string worker, int claims);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Claims} claims were ended because their leases ran out")]
    private static partial void LeasesExpired(ILogger logger, int claims);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Tickets} tickets were issued anew")]
    private static partial void TicketsIssuedAnew(ILogger logger, int tickets);
}
