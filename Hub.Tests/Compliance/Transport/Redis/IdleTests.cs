using System.Globalization;
using System.Text.RegularExpressions;
using FluentAssertions;
using Hub.Tests.Compliance.Transport.Messages;

namespace Hub.Tests.Compliance.Transport.Redis;

internal sealed partial class IdleTests : RedisSpec
{
    [Test]
    public async Task A_host_with_nothing_to_do_asks_Redis_next_to_nothing_and_is_awake_at_once()
    {
        const int Queues = 10;
        const double AllowedPerSecondAndQueue = 2;
        var watched = TimeSpan.FromSeconds(5);
        var seen = new Seen<int>();
        var bus = await StartBusAsync(factory =>
        {
            for (var queue = 0; queue < Queues; queue++)
                factory.ReceiveEndpoint($"table-{queue}", Notes(seen));
        });
        await bus.PublishAsync(new HandDealt(1));
        await seen.BecomesAsync(Queues);

        await AskAsync("CONFIG", "RESETSTAT");
        await Task.Delay(watched);
        var commands = SentPattern().Matches(await AskAsync("INFO", "commandstats")).Sum(calls => int.Parse(calls.Groups["calls"].ValueSpan, CultureInfo.InvariantCulture));

        commands.Should().BePositive().And.BeLessThan((int)(AllowedPerSecondAndQueue * Queues * watched.TotalSeconds));
        await bus.PublishAsync(new HandDealt(2));
        await seen.BecomesAsync(2 * Queues);
    }

    /// <summary>What clients send; the server also counts, under their own names, the commands inside of a script.</summary>
    [GeneratedRegex(@"cmdstat_(evalsha|eval|ping|echo|hello|subscribe|publish|script\S*|client\S*|info|config\S*):calls=(?<calls>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentPattern();
}
