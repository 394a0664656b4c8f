using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Hub.Host.Commands.Demo;

namespace Hub.Tests.Commands.Demo;

/// <summary>Alone: it expects that nobody takes the port it has just given up.</summary>
[NonParallelizable]
internal sealed class FreePortTests
{
    [Test]
    public void A_taken_port_gives_way_to_any_free_one()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        FreePort.For(url).Should().Be("http://127.0.0.1:0");
        other.Stop();
        FreePort.For(url).Should().Be(url);
    }
}
