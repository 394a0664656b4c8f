using Hub.Tests.Compliance.Brokers;
using Hub.Tests.Compliance.Transport.Messages;
using Hub.Tests.Support.Processes;
using MassTransit;

namespace Hub.Tests.Compliance.Transport.Redis;

/// <summary>A bus that sends a message to itself, at once and delayed; in a process of its own where it needs an environment of its own.</summary>
internal sealed class TravellingHand : IChildProgram
{
    public const string Travelled = "travelled";

    public static async Task TravelAsync(Broker broker)
    {
        var seen = new Seen<int>();
        await using var bus = await BusUnderTest.StartAsync(broker, factory => factory.ReceiveEndpoint("table", endpoint => endpoint.Handler<HandDealt>(context =>
        {
            seen.Add(context.Message.Number);
            return Task.CompletedTask;
        })));
        await bus.SendAsync("table", new HandDealt(1));
        await bus.Scheduler.SchedulePublish(TimeSpan.FromMilliseconds(50), new HandDealt(2));
        await seen.BecomesAsync(2);
    }

    public async Task RunAsync(string[] args)
    {
        await TravelAsync(Broker.At(args[0]));
        Console.WriteLine(Travelled);
    }
}
