using System.Diagnostics;
using FluentAssertions;
using Hub.Tests.Compliance.TransportFaults.Brokers;
using Hub.Tests.Compliance.TransportFaults.Consumers;

namespace Hub.Tests.Compliance.TransportFaults.Requests;

/// <summary>Questions go to other processes and answers come back, with a poll so rare that a lost wake-up shows.</summary>
[TestFixture(BrokerKind.Redis)]
[TestFixture(BrokerKind.RabbitMq)]
internal sealed class RequestSpec(BrokerKind kind) : TransportFaultSpec(kind)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(6);

    [TestCase(300)]
    [TestCase(5000, Category = "Long")]
    public async Task No_answer_has_to_wait_for_a_poll(int questionsEach)
    {
        const int Askers = 4;
        await StartProcessesAsync(Settings("first"), Settings("second"));
        var sender = await StartSenderAsync();

        var times = await Task.WhenAll(Enumerable.Range(0, Askers).Select(asker => AskAsync(sender, asker * questionsEach, questionsEach)));

        var slowest = times.Max();
        await TestContext.Out.WriteLineAsync($"slowest of {Askers * questionsEach}: {slowest.TotalMilliseconds:0} ms");
        slowest.Should().BeLessThan(Broker.Bus.PollingInterval / 2);
    }

    /// <summary>Asks one after the other, with pauses in which both queues run empty.</summary>
    /// <returns>The longest time to an answer.</returns>
    private static async Task<TimeSpan> AskAsync(Sender sender, int from, int count)
    {
        var random = new Random(from);
        var slowest = TimeSpan.Zero;
        for (var number = from; number < from + count; number++)
        {
            var asked = Stopwatch.GetTimestamp();
            (await sender.AskAsync(new Question(number))).Number.Should().Be(number);
            slowest = new[] { slowest, Stopwatch.GetElapsedTime(asked) }.Max();
            await Task.Delay(LongestPause * random.NextDouble());
        }

        return slowest;
    }
}
