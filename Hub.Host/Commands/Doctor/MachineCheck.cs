using System.Globalization;
using System.Runtime.InteropServices;
using Hub.Modules.Kernel.SelfChecks;

namespace Hub.Host.Commands.Doctor;

/// <summary>What the machine is.</summary>
internal sealed class MachineCheck : ISelfCheck
{
    // The host takes some 200 MB, an engine with its encoder as much again for each slot.
    private const double EnoughGigabytes = 1.5;

    public string Name => "machine";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var gigabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30);
        var text = string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, {gigabytes:0.0} GB memory");
        return Task.FromResult<IReadOnlyList<Finding>>(
            [gigabytes >= EnoughGigabytes ? Finding.Ok(text) : Finding.Warning(text, "Give it at least 2 GB, or lower Render:Worker:Concurrency.")]);
    }
}
