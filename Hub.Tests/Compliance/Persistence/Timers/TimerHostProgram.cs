using Hub.Adapters.Scheduling.Quartz;
using Hub.Tests.Compliance.Brokers;
using Hub.Tests.Compliance.Persistence.Hosting;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support.Processes;

namespace Hub.Tests.Compliance.Persistence.Timers;

/// <summary>A whole host, clock included, to be killed. Arguments: connection string, address of the broker.</summary>
internal sealed class TimerHostProgram : IChildProgram
{
    public const string Started = "started";

    public static HubSetup Setup => new() { Services = services => services.AddRecurringJobs(), Consumers = bus => bus.RecordsPots() };

    public async Task RunAsync(string[] args)
    {
        var broker = Broker.At(args[1]);
        broker.Lock = TimeSpan.FromSeconds(2);
        await using var hub = await HubUnderTest.StartAsync(args[0], broker, Setup);
        Console.WriteLine(Started);
        await Task.Delay(Timeout.InfiniteTimeSpan);
    }
}
