using System.Net;
using System.Net.Sockets;

namespace Hub.Tests.Faults.Harness.Processes;

/// <summary>Ports of the loopback address.</summary>
internal static class Ports
{
    /// <summary>One that nobody has now: a host that is started again comes back where it was.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
