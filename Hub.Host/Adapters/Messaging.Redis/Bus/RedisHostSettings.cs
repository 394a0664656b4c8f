using System.Data;
using MassTransit;
using MassTransit.Licensing;
using MassTransit.SqlTransport;
using MassTransit.SqlTransport.Configuration;

namespace Hub.Adapters.Messaging.Redis.Bus;

/// <summary>Gives the bus' queue engine its connection. What only a database could mean has the value that means nothing.</summary>
internal sealed class RedisHostSettings(RedisTransport transport) : SqlHostSettings
{
    public Uri HostAddress => transport.Connection.Address;

    public string? ConnectionTag => null;

    public string? VirtualHost => transport.Connection.Settings.Prefix;

    public string? Area => null;

    public IsolationLevel IsolationLevel => IsolationLevel.Unspecified;

    public int ConnectionLimit => 1;

    public bool MaintenanceEnabled => false;

    public TimeSpan MaintenanceInterval => TimeSpan.Zero;

    public TimeSpan QueueCleanupInterval => TimeSpan.Zero;

    public int MaintenanceBatchSize => 1;

    public ConnectionContextFactory CreateConnectionContextFactory(ISqlHostConfiguration configuration) => new RedisConnectionContextFactory(transport);

    public LicenseInfo? GetLicenseInfo() => null;

    public IEnumerable<ValidationResult> Validate() => [];
}
