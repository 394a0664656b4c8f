using System.Globalization;
using Hub.Adapters.Messaging.Redis;
using Hub.Modules.Kernel.SelfChecks;
using MassTransit;

namespace Hub.Host.Commands.Doctor;

/// <summary>Redis answers, soon, and is one that messages may be trusted to.</summary>
internal sealed class RedisCheck(IRedisBroker redis, TimeProvider clock) : ISelfCheck
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    public string Name => "redis";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The first answer has the connection in it.
            await redis.CheckServerAsync(cancellationToken);
            var asked = clock.GetTimestamp();
            var findings = await redis.CheckServerAsync(cancellationToken);
            return [Answered(clock.GetElapsedTime(asked)), .. findings.Select(Told)];
        }
        catch (ConnectionException exception)
        {
            return [Finding.Problem($"Redis does not answer: {exception.Message}", "Start it, or correct ConnectionStrings:Redis. The hub starts without it and waits; nothing is rendered meanwhile.")];
        }
    }

    private static Finding Answered(TimeSpan latency)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"Redis answers in {latency.TotalMilliseconds:0.0} ms");
        return latency <= Soon ? Finding.Ok(text) : Finding.Warning(text, "Each message takes a few such answers: use a server nearby.");
    }

    private static Finding Told(ServerFinding finding) => finding.IsFatal
        ? Finding.Problem(finding.Text, "The bus does not start on such a server.")
        : Finding.Warning(finding.Text, "See docs/operations.md.");
}
