using Hub.Adapters.Messaging.Redis.Connection;
using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hub.Adapters.Messaging.Redis;

/// <summary>Healthy when Redis answers and is fit to carry messages.</summary>
internal sealed class RedisHealthCheck(RedisConnection connection) : IHealthCheck
{
    /// <summary>Whoever asks for readiness waits less for an answer than a message does for Redis.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = new CancellationTokenSource(Patience, connection.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var fatal = (await ServerRequirements.CheckAsync(connection, either.Token)).Where(finding => finding.IsFatal).Select(finding => finding.Text).ToList();
            return fatal.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(string.Join(' ', fatal));
        }
        catch (Exception exception) when (exception is ConnectionException or TransportException)
        {
            return HealthCheckResult.Unhealthy(exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"Redis at {connection.Address.Authority} does not answer.");
        }
    }
}
