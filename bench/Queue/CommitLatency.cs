using System.Diagnostics;
using Hub.Bench.Measuring;
using Hub.Modules.Render.Persistence;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Bench.Queue;

/// <summary>
/// From the commit of a transaction with a message in it to the start of the handler: outbox, Redis, and the inbox, which every
/// handler of the hub has in front of it.
/// </summary>
internal sealed class CommitLatency : IAsyncDisposable
{
    // An endpoint of the Render module by its name, and so with that module's inbox.
    private const string Queue = "render-bench-probe";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly BenchHub _hub;
    private readonly CommitProbeConsumer _consumer;
    private readonly HostReceiveEndpointHandle _endpoint;

    private CommitLatency(BenchHub hub, CommitProbeConsumer consumer, HostReceiveEndpointHandle endpoint) => (_hub, _consumer, _endpoint) = (hub, consumer, endpoint);

    public static async Task<CommitLatency> StartAsync(BenchHub hub)
    {
        var consumer = new CommitProbeConsumer();
        var endpoint = hub.Services.GetRequiredService<IReceiveEndpointConnector>().ConnectReceiveEndpoint(Queue, (context, configurator) =>
        {
            context.GetConfigureReceiveEndpoints().Configure(Queue, configurator);
            configurator.Consumer(() => consumer);
        });
        await endpoint.Ready;
        return new(hub, consumer, endpoint);
    }

    /// <summary>One message every 20 ms.</summary>
    public async Task<Latencies> MeasureAsync(int messages)
    {
        var latencies = new Latencies();
        for (var sent = 0; sent < messages; sent++)
        {
            await Task.Delay(Pause);
            var arrival = _consumer.ExpectAsync();
            var committedAt = await CommitAsync(sent);
            // The handler may have started before the commit's caller goes on.
            latencies.Add(Stopwatch.GetElapsedTime(committedAt, Math.Max(committedAt, await arrival)));
        }

        return latencies;
    }

    public async ValueTask DisposeAsync() => await _endpoint.StopAsync();

    /// <returns>The timestamp at which the transaction was committed.</returns>
    private async Task<long> CommitAsync(int number)
    {
        await using var scope = _hub.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<RenderDbContext>();
        await using var transaction = await database.Database.BeginTransactionAsync();
        var queue = await scope.ServiceProvider.GetRequiredService<ISendEndpointProvider>().GetSendEndpoint(new Uri($"queue:{Queue}"));
        await queue.Send(new CommitProbe { Number = number });
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return Stopwatch.GetTimestamp();
    }
}
