using Hub.Host.Health;
using Hub.Host.Security;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hub.Host.Startup;

/// <summary>
/// Answers <c>/health</c> while a host waits for its database and nothing of the hub can run yet: alive, and not ready because of
/// what is missing.
/// </summary>
internal sealed class WaitingRoom : IAsyncDisposable
{
    private readonly WebApplication _web;

    private WaitingRoom(WebApplication web) => _web = web;

    /// <param name="hub">The whole hub, put together; only what answers HTTP is taken of it.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<WaitingRoom> OpenAsync(WebApplicationBuilder hub, CancellationToken cancellationToken)
    {
        hub.Services.RemoveAll<IHostedService>();
        var room = new WaitingRoom(hub.Build());
        room._web.UseHubProblems();
        room._web.UseHubSecurity();
        room._web.MapHubHealth();
        await room._web.StartAsync(cancellationToken);
        return room;
    }

    public async ValueTask DisposeAsync()
    {
        await _web.StopAsync();
        await _web.DisposeAsync();
    }
}
