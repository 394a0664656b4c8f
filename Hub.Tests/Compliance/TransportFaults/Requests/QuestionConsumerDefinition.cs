using Hub.Tests.Compliance.TransportFaults.Consumers;
using MassTransit;

namespace Hub.Tests.Compliance.TransportFaults.Requests;

/// <inheritdoc />
internal sealed class QuestionConsumerDefinition : ConsumerDefinition<QuestionConsumer>
{
    public QuestionConsumerDefinition(ConsumerSettings settings)
    {
        EndpointName = QueueBeside(settings.Queue);
        ConcurrentMessageLimit = settings.Concurrency;
    }

    /// <summary>The queue of questions beside one of work.</summary>
    public static string QueueBeside(string queue) => $"{queue}-questions";
}
