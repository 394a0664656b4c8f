using System.Net;
using Hub.Host.Startup;

namespace Hub.Host.Security;

/// <summary>A hub that nobody has given logins to listens to its own machine only.</summary>
internal static class LoopbackOnly
{
    /// <exception cref="HubStartException">An address reaches further.</exception>
    public static void Demand(IConfiguration configuration)
    {
        foreach (var (key, address) in Addresses(configuration).Where(pair => !IsLoopback(pair.Address)))
            throw new HubStartException($"{key} = '{address}' can be reached from other machines, but no login is configured. Add one in Auth:Users (see 'hub hash-password'), or listen on http://127.0.0.1:8080.");
    }

    private static IEnumerable<(string Key, string Address)> Addresses(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => (Key: $"{endpoint.Path}:Url", Address: endpoint["Url"] ?? ""));
        var urls = (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => (Key: "Urls", Address: url));
        return endpoints.Concat(urls);
    }

    private static bool IsLoopback(string address)
    {
        var host = BindingAddress.Parse(address).Host;
        return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
