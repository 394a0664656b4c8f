using System.Globalization;
using Hub.Host.Messaging;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hub.Host.Health;

/// <summary>The broker can be reached.</summary>
internal sealed class BrokerHealthCheck(BrokerContact contact) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(contact.AwaySince is { } since
            ? HealthCheckResult.Unhealthy(string.Create(CultureInfo.InvariantCulture, $"{contact.Description} is away since {since:yyyy-MM-dd HH:mm:ss}Z. Messages wait in the database and leave when it is back."))
            : HealthCheckResult.Healthy());
}
