using Hub.Adapters.Messaging.Redis.Connection;
using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hub.Adapters.Messaging.Redis;

/// <summary>Healthy when Redis answers and is fit to carry messages.</summary>
internal sealed class RedisHealthCheck(RedisConnection connection) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var fatal = (await ServerRequirements.CheckAsync(connection, cancellationToken)).Where(finding => finding.IsFatal).Select(finding => finding.Text).ToList();
            return fatal.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(string.Join(' ', fatal));
        }
        catch (Exception exception) when (exception is ConnectionException or TransportException)
        {
            return HealthCheckResult.Unhealthy(exception.Message);
        }
    }
}
