using Hub.Contracts.Monitoring;
using Hub.Modules.Kernel;
using Hub.Modules.Monitoring.Alerts.Sending;
using Hub.Modules.Monitoring.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Monitoring.Alerts;

/// <summary>Closes what was only worth knowing and has not come again, and forgets what is long over.</summary>
internal sealed class AlertCare(MonitoringDbContext db, AlertStore alerts, IOptions<AlertOptions> options, TimeProvider clock) : IRecurringJob
{
    private const int MostAtOnce = 500;

    /// <summary>Longer than a message can be on its way.</summary>
    private static readonly TimeSpan KeepUnheardOf = TimeSpan.FromDays(7);

    public string Name => "monitoring-alert-care";

    public TimeSpan Interval => TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var quietSince = now - options.Value.CloseInformationAfter;
        var quiet = await db.Alerts.AsNoTracking()
            .Where(alert => alert.ResolvedAt == null && alert.Severity == AlertSeverity.Information && alert.LastSeenAt < quietSince)
            .OrderBy(alert => alert.Id).Take(MostAtOnce).ToListAsync(cancellationToken);
        foreach (var alert in quiet)
            await CloseAsync(new AlertEnding(alert.Code, alert.Subject, "It has not come again.", alert.LastSeenAt), cancellationToken);

        var (keptSince, heardSince) = (now - TimeSpan.FromDays(options.Value.KeepDays), now - KeepUnheardOf);
        await db.Alerts.Where(alert => alert.ResolvedAt < keptSince || (alert.Count == 0 && alert.ResolvedAt < heardSince)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Each in a transaction of its own: nobody who raises one waits for the others.</summary>
    private async Task CloseAsync(AlertEnding ending, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await alerts.ResolveAsync(ending, cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
    }
}
