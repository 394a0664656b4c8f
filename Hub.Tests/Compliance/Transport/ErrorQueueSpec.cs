using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;
using MassTransit;

namespace Hub.Tests.Compliance.Transport;

[OnTransports(Capability.ErrorQueue)]
internal sealed class ErrorQueueSpec(TransportUnderTest transport) : TransportSpec(transport)
{
    private Seen<ConsumeContext<HandDealt>> _errors = null!;
    private Seen<Fault<HandDealt>> _faults = null!;
    private Seen<int> _attempts = null!;
    private BusUnderTest _bus = null!;

    /// <summary>A hand fails as often as its number says; two retries are made.</summary>
    [SetUp]
    public async Task StartAsync()
    {
        var (errors, faults, attempts) = (new Seen<ConsumeContext<HandDealt>>(), new Seen<Fault<HandDealt>>(), new Seen<int>());
        (_errors, _faults, _attempts) = (errors, faults, attempts);
        _bus = await StartBusAsync(factory => Configure(factory, errors, faults, attempts));
    }

    [Test]
    public async Task A_message_that_fails_waits_in_the_error_queue_as_it_was_and_with_the_reason()
    {
        var messageId = NewId.NextGuid();

        await _bus.SendAsync("table", new HandDealt(99, "misdeal"), context =>
        {
            context.MessageId = messageId;
            context.Headers.Set("Floor", "Ada");
        });

        await _errors.BecomesAsync(1, "errors");
        var error = _errors.All[0];
        error.Message.Should().Be(new HandDealt(99, "misdeal"));
        error.MessageId.Should().Be(messageId);
        error.Headers.Get<string>("Floor").Should().Be("Ada");
        var headers = error.ReceiveContext.TransportHeaders;
        headers.Get<string>(MessageHeaders.Reason).Should().Be("fault");
        headers.Get<string>(MessageHeaders.FaultMessage).Should().Be("A card is face up.");
        headers.Get<string>(MessageHeaders.FaultExceptionType).Should().Contain(nameof(InvalidOperationException));
        headers.Get<string>(MessageHeaders.FaultStackTrace).Should().Contain(nameof(ErrorQueueSpec));
    }

    [Test]
    public async Task A_failure_is_published_for_those_who_watch()
    {
        var messageId = NewId.NextGuid();

        await _bus.SendAsync("table", new HandDealt(99), context => context.MessageId = messageId);

        await _faults.BecomesAsync(1, "faults");
        var fault = _faults.All[0];
        fault.FaultedMessageId.Should().Be(messageId);
        fault.Message.Number.Should().Be(99);
        fault.Exceptions[0].Message.Should().Be("A card is face up.");
    }

    [Test]
    public async Task A_message_whose_retry_succeeds_leaves_no_trace()
    {
        await _bus.SendAsync("table", new HandDealt(2));
        await _bus.SendAsync("table", new HandDealt(99));

        await Task.WhenAll(_errors.BecomesAsync(1, "errors"), _faults.BecomesAsync(1, "faults"));
        _attempts.All.Should().Equal(2, 2, 2, 99, 99, 99);
        _errors.All.Select(error => error.Message.Number).Should().Equal(99);
        _faults.All.Select(fault => fault.Message.Number).Should().Equal(99);
    }

    [Test]
    public async Task One_bad_message_does_not_stop_the_others()
    {
        foreach (var number in Enumerable.Range(1, 20))
            await _bus.SendAsync("table", new HandDealt(number % 4 == 0 ? 99 : 0));

        await _attempts.BecomesAsync(15 + (5 * 3), "attempts");
        await _errors.BecomesAsync(5, "errors");
        _errors.All.Should().HaveCount(5);
    }

    private static void Configure(IBusFactoryConfigurator factory, Seen<ConsumeContext<HandDealt>> errors, Seen<Fault<HandDealt>> faults, Seen<int> attempts)
    {
        factory.ReceiveEndpoint("table", endpoint =>
        {
            OneByOne(endpoint);
            endpoint.UseMessageRetry(retry => retry.Immediate(2));
            endpoint.Handler<HandDealt>(context =>
            {
                attempts.Add(context.Message.Number);
                return context.GetRetryAttempt() < context.Message.Number ? throw new InvalidOperationException("A card is face up.") : Task.CompletedTask;
            });
        });
        factory.ReceiveEndpoint("table_error", endpoint =>
        {
            endpoint.ConfigureConsumeTopology = false;
            endpoint.Handler<HandDealt>(context =>
            {
                errors.Add(context);
                return Task.CompletedTask;
            });
        });
        factory.ReceiveEndpoint("watch", endpoint => endpoint.Handler<Fault<HandDealt>>(context =>
        {
            faults.Add(context.Message);
            return Task.CompletedTask;
        }));
    }
}
