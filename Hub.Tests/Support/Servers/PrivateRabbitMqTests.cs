using System.Net.Sockets;
using FluentAssertions;

namespace Hub.Tests.Support.Servers;

[Parallelizable(ParallelScope.Self)]
internal sealed class PrivateRabbitMqTests
{
    [Test]
    public async Task A_node_goes_with_its_owner_and_leaves_no_folder()
    {
        if (PrivateRabbitMq.FindServer() is null)
            Assert.Ignore("RabbitMQ is not installed.");
        var node = await PrivateRabbitMq.StartAsync(CancellationToken.None);
        Directory.Exists(node.Folder).Should().BeTrue();

        await node.DisposeAsync();

        Directory.Exists(node.Folder).Should().BeFalse();
        using var client = new TcpClient();
        await client.Awaiting(tcp => tcp.ConnectAsync(PrivateRabbitMq.Host, node.Port)).Should().ThrowAsync<SocketException>();
    }
}
