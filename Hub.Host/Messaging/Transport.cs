using Hub.Host.Startup;

namespace Hub.Host.Messaging;

/// <summary>The transport that the configuration asks for, with the address of its broker.</summary>
internal sealed record Transport(TransportKind Kind, RabbitMqAddress? RabbitMq)
{
    private const string Key = $"{MessagingOptions.SectionName}:{nameof(MessagingOptions.Transport)}";
    private const string RedisKey = "ConnectionStrings:Redis";

    /// <exception cref="HubStartException">The transport cannot be used, or its connection string is missing or malformed.</exception>
    public static Transport Choose(IConfiguration configuration)
    {
        var kind = Enum.TryParse<TransportKind>(configuration[Key], ignoreCase: true, out var asked) ? asked
            : Has(configuration, RedisKey) ? TransportKind.Redis
            : Has(configuration, RabbitMqAddress.Key) ? TransportKind.RabbitMq
            : TransportKind.InMemory;
        return kind switch
        {
            TransportKind.Redis => throw new HubStartException($"{(Has(configuration, Key) ? Key : RedisKey)}: the Redis transport comes with a later release. Leave it unset for the in-memory transport, or use RabbitMQ ({RabbitMqAddress.Key})."),
            TransportKind.RabbitMq => new(kind, RabbitMqAddress.Parse(configuration[RabbitMqAddress.Key])),
            _ => new(kind, null),
        };
    }

    private static bool Has(IConfiguration configuration, string key) => !string.IsNullOrWhiteSpace(configuration[key]);
}
