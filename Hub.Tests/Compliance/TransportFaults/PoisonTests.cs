using FluentAssertions;
using Hub.Tests.Compliance.TransportFaults.Brokers;
using Hub.Tests.Compliance.TransportFaults.Consumers;
using Hub.Tests.Support;

namespace Hub.Tests.Compliance.TransportFaults;

/// <summary>A message that kills whoever handles it. On Redis alone: RabbitMQ's classic queues deliver it for ever.</summary>
internal sealed class PoisonTests() : TransportFaultSpec(BrokerKind.Redis)
{
    private const int Poison = 1;
    private const int Limit = 3;

    /// <summary>Processes that start one after the other, each once a lock of the one before has ended.</summary>
    private static readonly TimeSpan FourStarts = TimeSpan.FromMinutes(4);

    [Test]
    public async Task A_message_that_kills_its_process_is_set_aside_after_so_many_and_all_others_are_done()
    {
        var bus = Broker.Bus with { DeliveryLimit = Limit };
        int[] numbers = [.. Enumerable.Range(Poison + 1, 40)];
        var sender = await StartSenderAsync(bus);
        await sender.SendAsync(new Work(Poison, IsPoison: true));
        await sender.SendAsync(numbers.Select(number => new Work(number, Milliseconds: 10)));

        var process = (await StartProcessesAsync(One(0)))[0];
        var crashes = 0;
        await Eventually.BecomesTrueAsync(
            "the poison is set aside",
            async () =>
            {
                if (process.HasExited)
                    process = (await StartProcessesAsync(One(++crashes)))[0];
                return await Broker.UnsettledAsync($"{Queue}_error") > 0;
            },
            FourStarts);

        await AreDoneAsync(numbers);
        await NothingIsLeftAsync();
        crashes.Should().Be(Limit);
        Book.TimesBegun[Poison].Should().Be(Limit);
        (await Broker.UnsettledAsync($"{Queue}_error")).Should().Be(1, "what was only read ahead by a dying process is no poison");

        ConsumerSettings One(int start) => Settings($"start-{start}", bus) with { Concurrency = 1 };
    }
}
