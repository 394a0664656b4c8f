using System.Globalization;
using Hub.Modules.Kernel.SelfChecks;
using Hub.Modules.Render.Engines;

namespace Hub.Modules.Render.SelfChecks;

/// <summary>An engine child starts, which takes the native libraries with it.</summary>
internal sealed class EngineCheck(EngineCommand command, TimeProvider clock) : ISelfCheck
{
    public string Name => "engine";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        await using var child = await EngineProcess.StartAsync(command, clock, cancellationToken);
        return [Finding.Ok(string.Create(CultureInfo.InvariantCulture, $"An engine process is ready after {clock.GetElapsedTime(started).TotalSeconds:0.0} s"))];
    }
}
