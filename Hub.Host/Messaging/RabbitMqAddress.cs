using Hub.Host.Startup;

namespace Hub.Host.Messaging;

/// <summary>A RabbitMQ broker as its connection string names it: <c>amqp[s]://user:password@host[:port][/virtual-host]</c>.</summary>
internal sealed record RabbitMqAddress(string Host, ushort Port, string VirtualHost, string Username, string Password, bool Tls)
{
    public const string Key = "ConnectionStrings:RabbitMq";
    private const ushort PlainPort = 5672;
    private const ushort TlsPort = 5671;

    /// <exception cref="HubStartException">It is missing or no such address; the message repeats nothing of it, for it holds a password.</exception>
    public static RabbitMqAddress Parse(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps") || uri.Host.Length == 0)
            throw new HubStartException($"{Key} must look like amqp://user:password@host:5672/virtual-host (amqps for TLS); special characters in the password are written %XX.");

        var tls = uri.Scheme == "amqps";
        var login = uri.UserInfo.Split(':', 2);
        var path = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        return new(
            uri.Host,
            uri.Port > 0 ? (ushort)uri.Port : tls ? TlsPort : PlainPort,
            path.Length > 0 ? path : "/",
            login[0].Length > 0 ? Uri.UnescapeDataString(login[0]) : "guest",
            login.Length > 1 ? Uri.UnescapeDataString(login[1]) : "guest",
            tls);
    }

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{(Tls ? "amqps" : "amqp")}://{Username}@{Host}:{Port}/{VirtualHost.TrimStart('/')}";
}
