using Hub.Adapters.Persistence.Postgres.Migrator;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hub.Host.Health;

/// <summary>The database has the schema of this binary.</summary>
internal sealed class MigrationsHealthCheck(DatabaseMigrator migrator) : IHealthCheck
{
    private bool _complete;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // A schema never goes back, so what was complete once need not be asked again.
        if (_complete)
            return HealthCheckResult.Healthy();
        var pending = await migrator.PendingAsync(cancellationToken);
        _complete = pending.Count == 0;
        return _complete ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{pending.Count} migrations are missing, first {pending[0].Migration}. Run 'hub migrate'.");
    }
}
