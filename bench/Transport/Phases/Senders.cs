using System.Diagnostics;
using Hub.Bench.Transport.Contenders;

namespace Hub.Bench.Transport.Phases;

/// <summary>Many senders at a time, as a busy host has them.</summary>
internal static class Senders
{
    private const int AtATime = 32;

    /// <summary>Ends when all messages are safe.</summary>
    public static Task PublishAsync(IContender contender, int messages)
        => Parallel.ForAsync(0, messages, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (_, _) => await contender.PublishAsync(new Parcel { SentAt = Stopwatch.GetTimestamp() }));
}
