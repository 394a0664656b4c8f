using Hub.Tests.Support.Processes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hub.Tests.Render.Support;

/// <summary>A hub in a process of its own, to be killed. Arguments: connection string, folder, settings as <c>key=value</c>.</summary>
internal sealed class RenderHubProgram : IChildProgram
{
    /// <summary>What it says when it has been told to stop.</summary>
    public const string Stopping = "stopping";

    public Task RunAsync(string[] args)
    {
        var settings = args[2..].Select(setting => setting.Split('=', 2)).ToDictionary(setting => setting[0], setting => (string?)setting[1], StringComparer.Ordinal);
        var hub = RenderHub.Build(args[0], args[1], settings);
        hub.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() => Console.WriteLine(Stopping));
        return hub.RunAsync();
    }
}
