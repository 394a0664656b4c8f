using System.Diagnostics;
using MassTransit;

namespace Hub.Bench.Queue;

/// <summary>Notes when its handler starts.</summary>
internal sealed class CommitProbeConsumer : IConsumer<CommitProbe>
{
    private TaskCompletionSource<long> _started = new();

    /// <returns>The timestamp at which the handler of the next message starts.</returns>
    public Task<long> ExpectAsync()
    {
        _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _started.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    public Task Consume(ConsumeContext<CommitProbe> context)
    {
        _started.TrySetResult(Stopwatch.GetTimestamp());
        return Task.CompletedTask;
    }
}
