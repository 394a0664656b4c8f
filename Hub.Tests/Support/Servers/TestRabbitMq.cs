using System.Globalization;

namespace Hub.Tests.Support.Servers;

/// <summary>The RabbitMQ of a test run: a private node that starts with the first test that asks for a virtual host and goes with the run.</summary>
internal static class TestRabbitMq
{
    private static readonly Lazy<Task<PrivateRabbitMq>> Node = new(StartAsync);
    private static int _hosts;

    /// <summary>Creates an empty virtual host and returns its address.</summary>
    public static async Task<Uri> CreateVirtualHostAsync()
    {
        var node = await Node.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"test-{Interlocked.Increment(ref _hosts)}");
        await node.CreateVirtualHostAsync(name, CancellationToken.None);
        return node.AddressOf(name);
    }

    public static async Task DeleteVirtualHostAsync(string name) => await (await Node.Value).DeleteVirtualHostAsync(name, CancellationToken.None);

    public static async Task<IReadOnlyList<string>> QueuesAsync(string virtualHost) => await (await Node.Value).QueuesAsync(virtualHost, CancellationToken.None);

    /// <summary>Stops the node, if one was started.</summary>
    public static async Task StopAsync()
    {
        if (Node is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await Node.Value).DisposeAsync();
    }

    private static Task<PrivateRabbitMq> StartAsync() => PrivateRabbitMq.FindServer() is null
        ? throw MissingServer.Tell("No rabbitmq-server found. Install RabbitMQ; ./hub test does.")
        : PrivateRabbitMq.StartAsync(CancellationToken.None);
}
