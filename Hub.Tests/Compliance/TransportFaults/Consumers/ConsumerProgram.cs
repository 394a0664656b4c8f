using Hub.Tests.Support.Processes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Hub.Tests.Compliance.TransportFaults.Consumers;

/// <summary>A consumer in a process of its own; ends in order at SIGTERM.</summary>
internal sealed class ConsumerProgram : IChildProgram
{
    /// <summary>Said once it takes messages.</summary>
    public const string Consuming = "consuming";

    public async Task RunAsync(string[] args)
    {
        using var host = ConsumerHost.Build(ConsumerSettings.Load(args[0]), logging => logging
            .AddSimpleConsole(options => (options.SingleLine, options.TimestampFormat, options.ColorBehavior) = (true, "HH:mm:ss.fff ", LoggerColorBehavior.Disabled))
            .SetMinimumLevel(LogLevel.Warning));
        await host.StartAsync();
        Console.WriteLine(Consuming);
        await host.WaitForShutdownAsync();
    }
}
