using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using Hub.Tests.Support;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports(Capability.TemporaryQueues)]
internal sealed class TemporaryQueueSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);

    [SetUp]
    public void LiveShortly() => Broker.TemporaryQueueLifetime = Lifetime;

    [Test]
    public async Task A_temporary_queue_goes_when_its_host_has_stopped_and_an_ordinary_one_stays()
    {
        var seen = new Seen<int>();
        var staying = await StartBusAsync(factory => factory.ReceiveEndpoint("table", Notes(new Seen<int>())));
        var leaving = await StartBusAsync(Temporary("view", Notes(seen)));
        (await Broker.QueuesAsync()).Should().Contain(["table", "view"]);
        await staying.PublishAsync(new HandDealt(1));
        await seen.BecomesAsync(1);

        await leaving.StopAsync();

        await Eventually.BecomesTrueAsync("the temporary queue is gone", async () => !(await Broker.QueuesAsync()).Contains("view"));
        (await Broker.QueuesAsync()).Should().Contain("table");
        await staying.Awaiting(bus => bus.PublishAsync(new HandDealt(2))).Should().NotThrowAsync("a subscriber that is gone is no concern of the publisher's");
    }

    [Test]
    public async Task A_temporary_queue_stays_with_all_that_waits_in_it_while_its_host_reads_it_however_idle_or_busy_or_full_it_is()
    {
        var (idle, full, busy, gate) = (new Seen<int>(), new Seen<int>(), new Seen<int>(), new Gate());
        var bus = await StartBusAsync(factory =>
        {
            Temporary("idle", Notes(idle))(factory);
            Temporary("full", endpoint =>
            {
                OneByOne(endpoint);
                endpoint.Handler<HandDealt>(async context =>
                {
                    await gate.PassAsync(context.CancellationToken);
                    full.Add(context.Message.Number);
                });
            })(factory);
            Temporary("busy", endpoint => endpoint.Handler<HandDealt>(async context =>
            {
                busy.Add(context.Message.Number);
                if (context.Message.Number > 0)
                {
                    // Never empty: the next one is there before this one is gone. Some hundred a second are enough.
                    await (await context.GetSendEndpoint(context.ReceiveContext.InputAddress)).Send(new HandDealt(context.Message.Number + 1));
                    await Task.Delay(5, context.CancellationToken);
                }
            }))(factory);
        });
        await bus.PublishAsync(new HandDealt(1));
        await gate.Reached;
        await bus.PublishAsync(new HandDealt(0));
        var looks = 0;

        await Eventually.BecomesTrueAsync("eight lives have passed", async () =>
        {
            (await Broker.QueuesAsync()).Should().Contain(["idle", "full", "busy"]);
            await Task.Delay(Lifetime / 2);
            return ++looks == 16;
        });

        var before = busy.Count;
        gate.Open();
        await bus.PublishAsync(new HandDealt(-1));
        await Task.WhenAll(idle.BecomesAsync(3), full.BecomesAsync(3), busy.BecomesAsync(before + 10));
        idle.All.Should().Equal(1, 0, -1);
        full.All.Should().Equal(1, 0, -1);
        busy.All.Should().Contain(-1).And.OnlyHaveUniqueItems();
    }

    [Test]
    public async Task A_host_that_only_asks_leaves_no_queue_behind()
    {
        var answering = await StartBusAsync(factory => factory.ReceiveEndpoint("pots", endpoint => endpoint.Handler<CountPot>(context => context.RespondAsync(new PotCounted(context.Message.Pot, 1)))));
        var before = await Broker.QueuesAsync();
        var asking = await StartBusAsync();
        await asking.Bus.CreateRequestClient<CountPot>(RequestTimeout.After(s: 60)).GetResponse<PotCounted>(new CountPot(1));
        (await Broker.QueuesAsync()).Should().HaveCountGreaterThan(before.Count, "answers need a queue");

        await asking.StopAsync();

        await Eventually.BecomesTrueAsync("the queue for answers is gone", async () => (await Broker.QueuesAsync()).Except(before).ToList() is []);
        answering.Health.Should().Be(BusHealthStatus.Healthy);
    }

    private static Action<IBusFactoryConfigurator> Temporary(string name, Action<IReceiveEndpointConfigurator> configure)
        => factory => factory.ReceiveEndpoint(new NamedTemporary(name), endpointNameFormatter: null, configure);

    private sealed class NamedTemporary(string name) : IEndpointDefinition
    {
        public bool IsTemporary => true;

        public int? PrefetchCount => null;

        public int? ConcurrentMessageLimit => null;

        public bool ConfigureConsumeTopology => true;

        public string GetEndpointName(IEndpointNameFormatter formatter) => name;

        public void Configure<T>(T configurator, IRegistrationContext? context = null)
            where T : IReceiveEndpointConfigurator
        {
        }
    }
}
