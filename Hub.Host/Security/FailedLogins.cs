using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Hub.Host.Security;

/// <summary>Counts failed logins of each address, so that passwords cannot be tried by the thousand.</summary>
internal sealed class FailedLogins : IDisposable
{
    /// <summary>Failed logins an address has before it must wait.</summary>
    public const int Allowed = 10;

    private const int NetworkPrefixBytes = 8;
    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(Network(address), _ => new() { PermitLimit = Allowed, Window = Pause }));

    /// <summary>How long.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromMinutes(1);

    public bool MustWait(IPAddress address) => _limiter.GetStatistics(address) is { CurrentAvailablePermits: 0 };

    public void Count(IPAddress address)
    {
        using var permit = _limiter.AttemptAcquire(address);
    }

    public void Dispose() => _limiter.Dispose();

    // One customer has a whole /64 of IPv6 addresses.
    private static string Network(IPAddress address)
        => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkPrefixBytes))
            : address.MapToIPv4().ToString();
}
