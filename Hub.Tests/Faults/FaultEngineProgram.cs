using Hub.Tests.Faults.Harness.Engine;
using Hub.Tests.Support.Processes;

namespace Hub.Tests.Faults;

/// <summary>An engine child whose only engine is the fault card.</summary>
internal sealed class FaultEngineProgram : IChildProgram
{
    /// <summary>How a worker starts it.</summary>
    public static IReadOnlyList<string> Command { get; } = ["dotnet", "exec", typeof(FaultEngineProgram).Assembly.Location, typeof(FaultEngineProgram).FullName!];

    public bool ReadsInput => true;

    public Task RunAsync(string[] args) => FaultCardEngine.ServeAsync(CancellationToken.None);
}
