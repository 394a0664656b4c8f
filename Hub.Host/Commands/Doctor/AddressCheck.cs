using Hub.Host.Commands.Demo;
using Hub.Modules.Kernel.SelfChecks;

namespace Hub.Host.Commands.Doctor;

/// <summary>The addresses to listen on are free.</summary>
internal sealed class AddressCheck(IConfiguration configuration) : ISelfCheck
{
    public string Name => "address";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<Finding>>(
            [.. (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Look)]);

    private static Finding Look(string url) => FreePort.For(url) == url
        ? Finding.Ok($"{url} is free")
        : Finding.Warning($"{url} is in use", "That is right while the hub runs here; otherwise stop what uses it, or set Urls.");
}
