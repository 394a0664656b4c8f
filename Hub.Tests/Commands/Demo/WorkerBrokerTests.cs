using FluentAssertions;
using Hub.Host.Commands.Demo;
using Hub.Host.Commands.Demo.Workers;
using Hub.Host.Startup;

namespace Hub.Tests.Commands.Demo;

internal sealed class WorkerBrokerTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hub-demo-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase]
    [TestCase("--Messaging:Transport=Redis")]
    public async Task Workers_get_a_private_redis_when_no_broker_is_named(params string[] settings)
    {
        await using var broker = await WorkerBroker.StartAsync(Request(workers: 2, settings), CancellationToken.None);

        broker.Settings.Should().Equal($"--ConnectionStrings:Redis={broker.Redis!.ConnectionString}");
        broker.Redis.Settings.Folder.Should().Be(Path.Combine(_folder, "redis"));
    }

    [TestCase("--ConnectionStrings:Redis=queue.example:6379")]
    [TestCase("--ConnectionStrings:RabbitMq=amqp://queue.example")]
    [TestCase("--ConnectionStrings:RabbitMq=amqp://queue.example", "--Messaging:Transport=RabbitMq")]
    public async Task A_configured_broker_is_used(params string[] settings)
    {
        await using var broker = await WorkerBroker.StartAsync(Request(workers: 2, settings), CancellationToken.None);

        broker.Redis.Should().BeNull();
        broker.Settings.Should().BeEmpty();
    }

    [Test]
    public async Task Without_workers_nothing_is_started()
        => (await WorkerBroker.StartAsync(Request(workers: 0), CancellationToken.None)).Redis.Should().BeNull();

    [Test]
    public async Task Workers_that_the_configured_transport_cannot_reach_are_refused()
        => (await FluentActions.Awaiting(() => WorkerBroker.StartAsync(Request(workers: 1, "--Messaging:Transport=inmemory"), CancellationToken.None)).Should().ThrowAsync<HubStartException>())
            .WithMessage("--workers*Messaging:Transport = InMemory*unset*");

    private DemoRequest Request(int workers, params string[] settings)
        => new() { Once = true, Source = null, Data = _folder, Captions = true, Workers = workers, Settings = settings };
}
