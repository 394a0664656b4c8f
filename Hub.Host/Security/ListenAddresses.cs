using System.Net;
using Hub.Host.Startup;

namespace Hub.Host.Security;

/// <summary>Where the hub listens. One that nobody has given logins to listens to its own machine only.</summary>
internal static class ListenAddresses
{
    /// <exception cref="HubStartException">An address is none, or reaches further than <paramref name="loopbackOnly"/> allows.</exception>
    public static void Demand(IConfiguration configuration, bool loopbackOnly)
    {
        foreach (var (key, address) in Configured(configuration))
        {
            var host = HostOf(key, address);
            if (loopbackOnly && !IsLoopback(host))
                throw new HubStartException($"{key} = '{address}' can be reached from other machines, but no login is configured. Add one in Auth:Users (see 'hub hash-password'), or listen on http://127.0.0.1:8080.");
        }
    }

    private static IEnumerable<(string Key, string Address)> Configured(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => (Key: $"{endpoint.Path}:Url", Address: endpoint["Url"] ?? ""));
        var urls = (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => (Key: "Urls", Address: url));
        return endpoints.Concat(urls);
    }

    private static string HostOf(string key, string address)
    {
        try
        {
            return BindingAddress.Parse(address).Host;
        }
        catch (FormatException exception)
        {
            throw new HubStartException($"{key} = '{address}' is no address to listen on. Expected: http://127.0.0.1:8080", exception);
        }
    }

    private static bool IsLoopback(string host)
        => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
