using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports(Capability.RequestResponse)]
internal sealed class RequestSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    private const int Unknown = 404;
    private const int Broken = 500;
    private const int Silent = 503;

    private BusUnderTest _asking = null!;

    [SetUp]
    public async Task StartAsync() => _asking = await StartBusAsync(factory => factory.ReceiveEndpoint("pots", endpoint => endpoint.Handler<CountPot>(context => context.Message.Pot switch
    {
        Unknown => context.RespondAsync(new PotUnknown(Unknown)),
        Broken => throw new InvalidOperationException("The pot is split."),
        Silent => Task.CompletedTask,
        var pot => context.RespondAsync(new PotCounted(pot, pot * 100L)),
    })));

    [Test]
    public async Task Each_of_many_requests_gets_its_own_answer()
    {
        var client = _asking.Bus.CreateRequestClient<CountPot>(RequestTimeout.After(s: 60));

        var answers = await Task.WhenAll(Enumerable.Range(1, 100).Select(pot => client.GetResponse<PotCounted>(new CountPot(pot))));

        answers.Select(answer => answer.Message).Should().Equal(Enumerable.Range(1, 100).Select(pot => new PotCounted(pot, pot * 100L)));
    }

    [Test]
    public async Task A_request_sent_to_a_queue_is_answered()
    {
        var client = _asking.Bus.CreateRequestClient<CountPot>(Broker.AddressOf("pots"), RequestTimeout.After(s: 60));

        (await client.GetResponse<PotCounted>(new CountPot(3))).Message.Chips.Should().Be(300);
    }

    [Test]
    public async Task A_request_may_have_answers_of_several_kinds()
    {
        var client = _asking.Bus.CreateRequestClient<CountPot>(RequestTimeout.After(s: 60));

        var answer = await client.GetResponse<PotCounted, PotUnknown>(new CountPot(Unknown));

        answer.Is(out Response<PotUnknown>? unknown).Should().BeTrue();
        unknown!.Message.Pot.Should().Be(Unknown);
    }

    [Test]
    public async Task A_request_that_fails_says_why()
    {
        var client = _asking.Bus.CreateRequestClient<CountPot>(RequestTimeout.After(s: 60));

        var asking = () => client.GetResponse<PotCounted>(new CountPot(Broken));

        (await asking.Should().ThrowAsync<RequestFaultException>()).Which.Fault!.Exceptions[0].Message.Should().Be("The pot is split.");
    }

    [Test]
    public async Task A_request_that_nobody_answers_ends_in_time()
    {
        var client = _asking.Bus.CreateRequestClient<CountPot>(RequestTimeout.After(ms: 500));

        var asking = () => client.GetResponse<PotCounted>(new CountPot(Silent));

        await asking.Should().ThrowAsync<RequestTimeoutException>();
    }

    [Test]
    public async Task A_consumer_can_ask()
    {
        var seen = new Seen<long>();
        var floor = await StartBusAsync(factory => factory.ReceiveEndpoint("floor", endpoint => endpoint.Handler<HandDealt>(async context =>
        {
            var answer = await context.Request<CountPot, PotCounted>(_asking.Bus, new CountPot(context.Message.Number), timeout: RequestTimeout.After(s: 60));
            seen.Add(answer.Message.Chips);
        })));

        await floor.SendAsync("floor", new HandDealt(4));

        await seen.BecomesAsync(1);
        seen.All.Should().Equal(400);
    }
}
