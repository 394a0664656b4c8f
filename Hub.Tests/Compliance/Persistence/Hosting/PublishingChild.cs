using Hub.Tests.Compliance.Brokers;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Persistence.Hosting;

/// <summary>A host that publishes one pot and then stands where the test wants to kill it.</summary>
internal sealed class PublishingChild : IChildProgram
{
    public const string BeforeDelivery = "before delivery";
    public const string WhileConsuming = "while consuming";
    public const string Committed = "committed";
    public const string Consuming = "consuming";

    public static HubSetup Held(Gate gate) => new() { Services = services => services.AddSingleton(gate), Consumers = bus => bus.HoldsPots() };

    public async Task RunAsync(string[] args)
    {
        var gate = new Gate();
        var setup = args[3] == WhileConsuming ? Held(gate) : new HubSetup { Delivers = false, Consumers = bus => bus.RecordsPots() };
        var broker = Broker.At(args[1]);
        broker.Lock = TimeSpan.FromSeconds(2);
        await using var hub = await HubUnderTest.StartAsync(args[0], broker, setup);

        await hub.PublishAsync(new PotAwarded(Guid.Parse(args[2])));
        Console.WriteLine(Committed);
        if (args[3] == WhileConsuming)
        {
            await gate.Reached;
            Console.WriteLine(Consuming);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan);
    }
}
