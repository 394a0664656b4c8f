using Hub.Adapters.Messaging.Redis;
using Hub.Host.Startup;

namespace Hub.Host.Messaging;

/// <summary>The transport that the configuration asks for, with the address of its broker.</summary>
internal sealed record Transport(TransportKind Kind, RabbitMqAddress? RabbitMq = null, RedisStreamsSettings? Redis = null)
{
    public const string RedisKey = "ConnectionStrings:Redis";

    private const string Key = $"{MessagingOptions.SectionName}:{nameof(MessagingOptions.Transport)}";
    private const string PrefixKey = $"{MessagingOptions.SectionName}:{nameof(MessagingOptions.Prefix)}";

    /// <summary>Messages travel through a server of their own.</summary>
    public bool HasBroker => Kind != TransportKind.InMemory;

    /// <exception cref="HubStartException">The connection string of the transport is missing or malformed.</exception>
    public static Transport Choose(IConfiguration configuration)
    {
        var kind = Enum.TryParse<TransportKind>(configuration[Key], ignoreCase: true, out var asked) ? asked
            : Has(configuration, RedisKey) ? TransportKind.Redis
            : Has(configuration, RabbitMqAddress.Key) ? TransportKind.RabbitMq
            : TransportKind.InMemory;
        return kind switch
        {
            TransportKind.Redis => new(kind, Redis: RedisSettings(configuration)),
            TransportKind.RabbitMq => new(kind, RabbitMq: RabbitMqAddress.Parse(configuration[RabbitMqAddress.Key])),
            _ => new(kind),
        };
    }

    private static RedisStreamsSettings RedisSettings(IConfiguration configuration)
    {
        // A bad prefix is named with the other bad options.
        var settings = new RedisStreamsSettings { ConnectionString = configuration[RedisKey] ?? "" };
        return MessagingOptions.IsPrefix(configuration[PrefixKey]) ? settings with { Prefix = configuration[PrefixKey]! } : settings;
    }

    private static bool Has(IConfiguration configuration, string key) => !string.IsNullOrWhiteSpace(configuration[key]);
}
