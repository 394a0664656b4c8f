using Hub.Contracts.Monitoring;
using Hub.Modules.Kernel;
using Hub.Modules.Monitoring.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Monitoring.Alerts.Broker;

/// <summary>
/// Raises an alert while this host cannot reach its broker. Straight into the table: a message would come with the broker it misses.
/// </summary>
internal sealed class BrokerAlerts(IBrokerStatus broker, IServiceScopeFactory scopes, TimeProvider clock, ILogger<BrokerAlerts> logger)
    : ResilientBackgroundService(clock, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RaiseAgainAfter = TimeSpan.FromMinutes(1);

    private DateTimeOffset? _raisedAt;

    // An alert of this host's last process may be open.
    private bool _mayBeOpen = true;

    // The process may be another one tomorrow; what is away is away from this machine.
    private string Subject => $"{broker.Description} from {Environment.MachineName}";

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        if (broker.AwaySince is { } since)
            await NoteAwayAsync(since, stoppingToken);
        else if (_mayBeOpen)
            await NoteBackAsync(stoppingToken);
        await Task.Delay(Interval, Clock, stoppingToken);
    }

    private async Task NoteAwayAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        if (now - since < Grace || now - _raisedAt < RaiseAgainAfter)
            return;

        await InTransactionAsync(alerts => alerts.RaiseAsync(
            new AlertRaised
            {
                Code = AlertCodes.MessagingBrokerAway,
                Severity = AlertSeverity.Critical,
                Subject = Subject,
                Text = $"The broker cannot be reached since {since:HH:mm:ss} UTC. No new clips are begun; nothing is lost, everything waits in the database. Start the broker, or repair the way to it.",
                OccurredAt = now,
            },
            cancellationToken), cancellationToken);
        (_raisedAt, _mayBeOpen) = (now, true);
    }

    private async Task NoteBackAsync(CancellationToken cancellationToken)
    {
        var ending = new AlertEnding(AlertCodes.MessagingBrokerAway, Subject, "The broker is back; what has waited is delivered.", Clock.GetUtcNow());
        await InTransactionAsync(alerts => alerts.ResolveAsync(ending, cancellationToken), cancellationToken);
        (_raisedAt, _mayBeOpen) = (null, false);
    }

    private async Task InTransactionAsync(Func<AlertStore, Task> step, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<MonitoringDbContext>().Database.BeginTransactionAsync(cancellationToken);
        await step(scope.ServiceProvider.GetRequiredService<AlertStore>());
        await transaction.CommitAsync(CancellationToken.None);
    }
}
