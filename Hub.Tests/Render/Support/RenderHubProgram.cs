using Hub.Tests.Support.Processes;

namespace Hub.Tests.Render.Support;

/// <summary>A hub in a process of its own, to be killed. Arguments: connection string, folder.</summary>
internal sealed class RenderHubProgram : IChildProgram
{
    public Task RunAsync(string[] args)
        => RenderHub.Build(args[0], args[1], new Dictionary<string, string?>(StringComparer.Ordinal)).RunAsync();
}
