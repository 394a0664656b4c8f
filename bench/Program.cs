using System.CommandLine;
using Hub.Bench.Faults;
using Hub.Bench.Queue;
using Hub.Bench.Rendering;
using Hub.Bench.Transport;

var root = new RootCommand("Measures the hub against peers and physical limits in the same run; exit code 1 when a goal is missed.");
root.Subcommands.Add(RenderBench.Create());
root.Subcommands.Add(TransportBench.Create());
root.Subcommands.Add(QueueBench.Create());
root.Subcommands.Add(QueueBench.CreateEngineHost());
root.Subcommands.Add(FaultBench.Create());
root.Subcommands.Add(FaultEngineCommand.Create());
// Servers and processes that a bench has started end with it.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
