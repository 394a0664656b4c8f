using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Host.Messaging;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Hub.Tests.Support.Servers;
using MassTransit;

namespace Hub.Tests.Messaging;

/// <summary>The same hub on RabbitMQ.</summary>
internal sealed class RabbitMqHubSpec : RenderSpec
{
    private const string VirtualHost = "show";

    private PrivateRabbitMq _node = null!;

    protected override Action<IBusRegistrationConfigurator> Transport => bus => RabbitMqBus.Use(bus, RabbitMqAddress.Parse(_node.AddressOf(VirtualHost).OriginalString));

    [OneTimeSetUp]
    public async Task StartNodeAsync()
    {
        if (PrivateRabbitMq.FindServer() is null)
        {
            Assert.Ignore("RabbitMQ is not installed.");
        }

        _node = await PrivateRabbitMq.StartAsync(CancellationToken.None);
        await _node.CreateVirtualHostAsync(VirtualHost, CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task StopNodeAsync()
    {
        if (_node is not null)
        {
            await _node.DisposeAsync();
        }
    }

    [Test]
    public async Task Every_instruction_is_rendered_once_and_no_ticket_waits_for_a_busy_worker()
    {
        var gate = Path.Combine(Folder, "gate");
        var first = await StartHubAsync();
        await first.RequestAsync(Request($"wait-for {gate}"), Request($"wait-for {gate}"));
        await CountBecomesAsync(2, "status = 'processing'");
        await first.RequestAsync(Enumerable.Range(0, 12).Select(_ => Request()));
        await CountBecomesAsync(12, "status = 'pending' AND dispatched_at IS NOT NULL");

        var second = await StartHubAsync();
        await Eventually.BecomesTrueAsync("the second host renders all that waits", async () => await CountAsync("status = 'completed'") == 12);
        await File.WriteAllTextAsync(gate, "");

        await CountBecomesAsync(14, "status = 'completed'");
        (await CountAsync("retry_count > 0")).Should().Be(0);
        await Eventually.BecomesTrueAsync("every completion is announced once", () => Task.FromResult(first.Events.Of<RenderCompleted>().Count + second.Events.Of<RenderCompleted>().Count == 14));
    }
}
