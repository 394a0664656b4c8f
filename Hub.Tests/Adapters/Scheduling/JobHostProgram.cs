using Hub.Tests.Support.Processes;

namespace Hub.Tests.Adapters.Scheduling;

/// <summary>A host with the recorded job in a process of its own, to be killed. Arguments: connection string, name of the host.</summary>
internal sealed class JobHostProgram : IChildProgram
{
    public Task RunAsync(string[] args) => JobHost.Build(args[0], database => new RecordedJob(database, args[1])).RunAsync();
}
