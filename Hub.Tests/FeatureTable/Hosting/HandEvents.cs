using System.Collections.Concurrent;
using Hub.Contracts.FeatureTable;
using MassTransit;

namespace Hub.Tests.FeatureTable.Hosting;

/// <summary>Everything about hands that arrived over the bus.</summary>
internal sealed class HandEvents : IConsumer<HandCaptured>, IConsumer<HandRevised>, IConsumer<HandCalledOff>
{
    private readonly ConcurrentQueue<HandCaptured> _captured = new();
    private readonly ConcurrentQueue<HandRevised> _revised = new();
    private readonly ConcurrentQueue<HandCalledOff> _calledOff = new();

    public IReadOnlyList<HandCaptured> Captured => [.. _captured];

    /// <summary>The hands as they were after each revision.</summary>
    public IReadOnlyList<HandCaptured> Revised => [.. _revised.Select(revised => revised.Hand)];

    public IReadOnlyList<HandCalledOff> CalledOff => [.. _calledOff];

    public Task Consume(ConsumeContext<HandCaptured> context) => Keep(_captured, context);

    public Task Consume(ConsumeContext<HandRevised> context) => Keep(_revised, context);

    public Task Consume(ConsumeContext<HandCalledOff> context) => Keep(_calledOff, context);

    private static Task Keep<T>(ConcurrentQueue<T> events, ConsumeContext<T> context)
        where T : class
    {
        events.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    /// <summary>Listens in the module's own name space of endpoints.</summary>
    internal sealed class Definition : ConsumerDefinition<HandEvents>
    {
        public Definition() => EndpointName = "feature-table-test-events";
    }
}
