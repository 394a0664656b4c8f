using FluentAssertions;
using Hub.Tests.Compliance.TransportFaults.Brokers;
using Hub.Tests.Compliance.TransportFaults.Consumers;

namespace Hub.Tests.Compliance.TransportFaults;

/// <summary>What a process on its way out owes the others. On Redis alone: RabbitMQ gets read-ahead messages back when the connection closes.</summary>
internal sealed class StoppingProcessTests() : TransportFaultSpec(BrokerKind.Redis)
{
    [Test]
    public async Task What_was_read_ahead_is_given_back_at_once_though_a_handler_goes_on()
    {
        int[] numbers = [.. Enumerable.Range(1, 30)];
        var bus = Broker.Bus with { LockDuration = NeverTakenOver };
        var processes = await StartProcessesAsync(Settings("stopping", bus), Settings("other", bus));
        var (stopping, other) = (processes[0], processes[1]);
        var sender = await StartSenderAsync(bus);
        Array.ForEach(processes, process => process.Hold());
        await sender.SendAsync(numbers.Select(number => new Work(number)));
        await EventuallyAsync("both have their hands full", () => processes.All(process => Book.InFlightIn(process.Name).Count == 2));

        await stopping.AskToStopAsync();
        other.LetGo();
        await EventuallyAsync("the other does all the rest", () => Book.DoneBy(other.Name).Count == numbers.Length - 2);

        stopping.HasExited.Should().BeFalse("its handlers still run");
        stopping.LetGo();
        await stopping.StopsInOrderAsync();
        await NothingIsLeftAsync();
        Book.TimesBegun.Should().HaveCount(numbers.Length).And.OnlyContain(begun => begun.Value == 1);
    }

    [Test]
    public async Task What_a_process_cannot_end_in_time_is_given_back_at_once()
    {
        var bus = Broker.Bus with { LockDuration = NeverTakenOver };
        var stopping = (await StartProcessesAsync(Settings("stopping", bus) with { StopPatience = TimeSpan.FromSeconds(1) }))[0];
        var sender = await StartSenderAsync(bus);
        stopping.Hold();
        await sender.SendAsync(new Work(1));
        await EventuallyAsync("the handler runs", () => Book.InFlightIn(stopping.Name).Count == 1);
        await StartProcessesAsync(Settings("other", bus));

        await stopping.AskToStopAsync();
        await stopping.StopsInOrderAsync();

        await AreDoneAsync([1]);
        Book.TimesBegun[1].Should().Be(2);
    }
}
