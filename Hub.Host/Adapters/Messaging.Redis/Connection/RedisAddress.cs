using System.Net;
using MassTransit;
using StackExchange.Redis;

namespace Hub.Adapters.Messaging.Redis.Connection;

/// <summary>Reads a connection string.</summary>
internal static class RedisAddress
{
    private const int UsualPort = 6379;
    private const string Expected = "expected is host:port,password=…,ssl=true or redis[s]://user:password@host:port[/database], special characters in the password of the latter written %XX";

    /// <exception cref="ConfigurationException">It is no such string, or asks for what is not supported. The message repeats nothing of it, for it holds a password.</exception>
    public static ConfigurationOptions Parse(string text)
    {
        var options = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "redis" or "rediss" ? OfUri(uri) : OfList(text);
        if (options.EndPoints.Count == 0)
            throw new ConfigurationException($"The Redis connection string names no server; {Expected}.");
        if (options.EndPoints[0] is DnsEndPoint { Port: 0 } withoutPort)
            options.EndPoints[0] = new DnsEndPoint(withoutPort.Host, UsualPort);
        if (options.EndPoints[0] is IPEndPoint { Port: 0 } address)
            address.Port = UsualPort;
        if (options.EndPoints.Count > 1)
            throw new ConfigurationException("The Redis connection string names several servers; one is supported, for a queue lives on one server.");
        if (!string.IsNullOrEmpty(options.ServiceName))
            throw new ConfigurationException("The Redis connection string asks for Sentinel (serviceName), which is not supported; name the server itself.");
        return options;
    }

    private static ConfigurationOptions OfList(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Contains("://", StringComparison.Ordinal) || TryParse(text) is not { } options)
            throw new ConfigurationException($"The Redis connection string cannot be read; {Expected}.");
        return options.EndPoints.Any(server => server.ToString()!.Contains(' ', StringComparison.Ordinal))
            ? throw new ConfigurationException($"The Redis connection string names a server with a blank in it; {Expected}.")
            : options;
    }

    private static ConfigurationOptions? TryParse(string text)
    {
        try
        {
            return ConfigurationOptions.Parse(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            // What it says may repeat a part of the password.
            return null;
        }
    }

    private static ConfigurationOptions OfUri(Uri uri)
    {
        var login = uri.UserInfo.Split(':', 2);
        var database = uri.AbsolutePath.Trim('/');
        if (uri.Host.Length == 0 || (database.Length > 0 && !int.TryParse(database, out _)))
            throw new ConfigurationException($"The Redis connection string cannot be read; {Expected}.");

        var options = new ConfigurationOptions
        {
            EndPoints = { { uri.Host, uri.Port > 0 ? uri.Port : UsualPort } },
            Ssl = uri.Scheme == "rediss",
            DefaultDatabase = database.Length > 0 ? int.Parse(database, System.Globalization.CultureInfo.InvariantCulture) : null,
        };
        if (login[0].Length > 0)
            options.User = Uri.UnescapeDataString(login[0]);
        if (login.Length > 1)
            options.Password = Uri.UnescapeDataString(login[1]);
        return options;
    }
}
