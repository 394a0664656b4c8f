using System.CommandLine;
using Hub.Tests.Faults.Harness.Engine;

namespace Hub.Bench.Faults;

/// <summary><c>fault-engine</c>: the engine child of the hubs that are broken. Not for people.</summary>
internal static class FaultEngineCommand
{
    public const string Name = "fault-engine";

    public static Command Create()
    {
        var command = new Command(Name, "Serve jobs of the faults.") { Hidden = true };
        command.SetAction((_, cancellationToken) => FaultCardEngine.ServeAsync(cancellationToken));
        return command;
    }
}
