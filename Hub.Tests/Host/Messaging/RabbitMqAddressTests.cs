using FluentAssertions;
using Hub.Host.Messaging;

namespace Hub.Tests.Host.Messaging;

internal sealed class RabbitMqAddressTests
{
    [TestCase("amqp://hub:s%40cret@mq.example", "mq.example", 5672, "/", "hub", "s@cret", false)]
    [TestCase("amqps://hub:s%3Acret@mq.example/show", "mq.example", 5671, "show", "hub", "s:cret", true)]
    [TestCase("amqp://10.0.0.5:5673/", "10.0.0.5", 5673, "/", "guest", "guest", false)]
    public void A_connection_string_names_broker_login_and_tls(string text, string host, int port, string virtualHost, string user, string password, bool tls)
        => RabbitMqAddress.Parse(text).Should().Be(new RabbitMqAddress(host, (ushort)port, virtualHost, user, password, tls));

    [Test]
    public void The_password_is_not_part_of_its_text()
        => RabbitMqAddress.Parse("amqp://hub:secret@mq.example/show").ToString().Should().Be("amqp://hub@mq.example:5672/show");
}
