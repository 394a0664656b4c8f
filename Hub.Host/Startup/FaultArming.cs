using Hub.Modules.Kernel;
using Microsoft.Extensions.Options;

namespace Hub.Host.Startup;

/// <summary>Makes the configured kill point deadly, and says so: nobody shall wonder why the process is gone.</summary>
internal sealed partial class FaultArming(IOptions<FaultOptions> options, ILogger<FaultArming> logger)
{
    public void Arm()
    {
        if (options.Value is not { KillAt: { Length: > 0 } point } faults)
            return;
        Armed(logger, faults.Stalls ? "stop" : "die", point, faults.Pass);
        KillPoint.Arm(point, faults.Pass, faults.Stalls);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This process is going to {Fault} at '{Point}', pass {Pass}: Faults:KillAt is set")]
    private static partial void Armed(ILogger logger, string fault, string point, int pass);
}
