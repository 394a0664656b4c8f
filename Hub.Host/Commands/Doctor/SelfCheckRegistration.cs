using Hub.Modules.Kernel.SelfChecks;

namespace Hub.Host.Commands.Doctor;

/// <summary>Adds the host's own self-checks; modules and adapters add theirs.</summary>
internal static class SelfCheckRegistration
{
    public static IServiceCollection AddHubSelfChecks(this IServiceCollection services)
        => services.AddSingleton<ISelfCheck, MachineCheck>().AddSingleton<ISelfCheck, AddressCheck>().AddSingleton<ISelfCheck, DatabaseCheck>();
}
