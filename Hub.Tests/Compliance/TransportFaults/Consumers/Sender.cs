using Hub.Tests.Compliance.TransportFaults.Brokers;
using Hub.Tests.Compliance.TransportFaults.Requests;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Tests.Compliance.TransportFaults.Consumers;

/// <summary>A host that sends work and asks questions, with a connection of its own and without consumers.</summary>
internal sealed class Sender : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly Uri _queue;

    private Sender(IHost host, string queue) => (_host, _queue) = (host, new Uri($"queue:{queue}"));

    public IServiceProvider Services => _host.Services;

    public static async Task<Sender> StartAsync(BusSettings settings, string queue)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddProvider(new TestOutputLoggerProvider()).SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        builder.Services.AddMassTransit(bus =>
        {
            bus.AddRequestClient<Question>(new Uri($"queue:{QuestionConsumerDefinition.QueueBeside(queue)}"));
            settings.Use(bus);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new(host, queue);
    }

    /// <summary>Sends one work to the queue.</summary>
    public async Task SendAsync(Work work, CancellationToken cancellationToken = default)
    {
        var endpoint = await _host.Services.GetRequiredService<IBus>().GetSendEndpoint(_queue);
        await endpoint.Send(work, cancellationToken);
    }

    /// <summary>Sends many at once.</summary>
    public Task SendAsync(IEnumerable<Work> works) => Task.WhenAll(works.Select(work => SendAsync(work)));

    /// <summary>Publishes one work to whoever subscribes.</summary>
    public Task PublishAsync(Work work) => _host.Services.GetRequiredService<IBus>().Publish(work);

    /// <summary>Asks, and waits for the answer.</summary>
    public async Task<Answer> AskAsync(Question question)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IRequestClient<Question>>().GetResponse<Answer>(question)).Message;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
