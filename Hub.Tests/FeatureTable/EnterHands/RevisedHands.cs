using System.Collections.Concurrent;
using Hub.Contracts.FeatureTable;
using MassTransit;

namespace Hub.Tests.FeatureTable.EnterHands;

/// <summary>Every HandRevised that arrived over the bus.</summary>
internal sealed class RevisedHands : IConsumer<HandRevised>
{
    private readonly ConcurrentQueue<HandRevised> _hands = new();

    public IReadOnlyList<HandCaptured> All => [.. _hands.Select(revised => revised.Hand)];

    public Task Consume(ConsumeContext<HandRevised> context)
    {
        _hands.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    internal sealed class Definition : ConsumerDefinition<RevisedHands>
    {
        public Definition() => EndpointName = "feature-table-test-revised";
    }
}
