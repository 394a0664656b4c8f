using FluentAssertions;
using Hub.Host.Messaging;
using Microsoft.Extensions.Configuration;

namespace Hub.Tests.Host.Messaging;

internal sealed class TransportTests
{
    private const string Redis = "ConnectionStrings:Redis=cache:6379,password=s3cret";
    private const string RabbitMq = "ConnectionStrings:RabbitMq=amqp://hub:s3cret@mq";

    [TestCase(nameof(TransportKind.InMemory))]
    [TestCase(nameof(TransportKind.Redis), Redis)]
    [TestCase(nameof(TransportKind.RabbitMq), RabbitMq)]
    [TestCase(nameof(TransportKind.Redis), Redis, RabbitMq)]
    [TestCase(nameof(TransportKind.RabbitMq), Redis, RabbitMq, "Messaging:Transport=rabbitmq")]
    [TestCase(nameof(TransportKind.InMemory), Redis, "Messaging:Transport=InMemory")]
    [TestCase(nameof(TransportKind.InMemory), "ConnectionStrings:Redis=", "Messaging:Transport=")]
    public void What_is_asked_for_wins_and_what_is_given_is_next(string kind, params string[] settings)
        => Choose(settings).Kind.ToString().Should().Be(kind);

    [Test]
    public void Keys_begin_with_hub_unless_another_prefix_is_set()
    {
        Choose(Redis).Redis!.Prefix.Should().Be("hub");
        Choose(Redis, "Messaging:Prefix=studio_2").Redis!.Prefix.Should().Be("studio_2");
    }

    private static Transport Choose(params string[] settings)
        => Transport.Choose(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build());
}
