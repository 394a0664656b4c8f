using System.Collections.Concurrent;
using Hub.Contracts.FeatureTable;
using MassTransit;

namespace Hub.Tests.FeatureTable.Hosting;

/// <summary>Every HandCaptured that arrived over the bus.</summary>
internal sealed class CapturedHands : IConsumer<HandCaptured>
{
    private readonly ConcurrentQueue<HandCaptured> _hands = new();

    public IReadOnlyList<HandCaptured> All => [.. _hands];

    public Task Consume(ConsumeContext<HandCaptured> context)
    {
        _hands.Enqueue(context.Message);
        return Task.CompletedTask;
    }
}
