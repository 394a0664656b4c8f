using System.Net;
using System.Net.Sockets;

namespace Hub.Host.Commands.Demo;

/// <summary>Lets a demo start beside whatever already uses the usual port.</summary>
internal static class FreePort
{
    /// <summary>Listens where the settings say, except where somebody else does.</summary>
    public static void UseFreePorts(this HubApplication hub)
    {
        foreach (var url in (hub.Web.Configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            hub.Web.Urls.Add(For(url));
    }

    /// <summary><paramref name="url"/> as it is when its port can be had, else with port 0: any free one.</summary>
    public static string For(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Port == 0 || !IPAddress.TryParse(uri.Host, out var address))
            return url;
        try
        {
            using var probe = new TcpListener(address, uri.Port);
            probe.Start();
            return url;
        }
        catch (SocketException)
        {
            return new UriBuilder(uri) { Port = 0 }.Uri.GetLeftPart(UriPartial.Authority);
        }
    }
}
