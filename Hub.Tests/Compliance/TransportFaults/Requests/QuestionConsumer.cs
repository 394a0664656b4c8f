using Hub.Tests.Compliance.TransportFaults.Consumers;
using MassTransit;

namespace Hub.Tests.Compliance.TransportFaults.Requests;

/// <summary>Answers at once.</summary>
internal sealed class QuestionConsumer(ConsumerSettings settings) : IConsumer<Question>
{
    public Task Consume(ConsumeContext<Question> context) => context.RespondAsync(new Answer(context.Message.Number, settings.Name));
}
