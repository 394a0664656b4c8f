using System.Text;
using System.Threading.Channels;
using Hub.Contracts.Engine;

namespace Hub.Modules.Render.Engines;

/// <summary>
/// The child's side: takes one job at a time from its input and answers on its output. When the input closes, the worker is gone,
/// and the child ends with whatever it is doing.
/// </summary>
internal sealed class EngineHost(IReadOnlyDictionary<string, IRenderEngine> engines, Stream output)
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(2);
    private readonly Lock _writing = new();

    public async Task RunAsync(Stream input, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var jobs = Channel.CreateUnbounded<EngineMessage>();
        var working = WorkAsync(jobs.Reader, ending.Token);
        Send(new EngineReady(EngineProtocol.Version, [.. engines.Keys]));
        using (var reader = new StreamReader(input, Encoding.UTF8))
        {
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                if (EngineProtocol.Read(line) is (RenderJob or StillJob) and var job)
                {
                    await jobs.Writer.WriteAsync(job, cancellationToken);
                }
            }
        }

        await ending.CancelAsync();
        jobs.Writer.Complete();
        // An engine that does not stop in time is ended with the process.
        await Task.WhenAny(working, Task.Delay(TimeToStop, CancellationToken.None));
    }

    private async Task WorkAsync(ChannelReader<EngineMessage> jobs, CancellationToken cancellationToken)
    {
        await foreach (var job in jobs.ReadAllAsync(cancellationToken))
        {
            Send(job switch
            {
                RenderJob render => await DoAsync(render.Job, render.Engine, engine => RenderAsync(engine, render, cancellationToken)),
                StillJob still => await DoAsync(still.Job, still.Engine, engine => DrawAsync(engine, still, cancellationToken)),
                _ => throw new InvalidOperationException($"{job.GetType().Name} is no job."),
            });
        }
    }

    private async Task<EngineMessage> RenderAsync(IRenderEngine engine, RenderJob job, CancellationToken cancellationToken)
    {
        var clip = await engine.RenderAsync(job.Clip, new Reporter(this, job.Job), cancellationToken);
        return new JobDone(job.Job, clip.Frames);
    }

    private static async Task<EngineMessage> DrawAsync(IRenderEngine engine, StillJob job, CancellationToken cancellationToken)
    {
        await engine.DrawStillAsync(job.Clip, cancellationToken);
        return new JobDone(job.Job, Frames: 1);
    }

    private async Task<EngineMessage> DoAsync(long job, string name, Func<IRenderEngine, Task<EngineMessage>> work)
    {
        if (!engines.TryGetValue(name, out var engine))
        {
            return new JobFailed(job, $"There is no engine '{name}'; there are: {string.Join(", ", engines.Keys)}.", IsFinal: true);
        }

        try
        {
            return await work(engine);
        }
        catch (RenderEngineException exception)
        {
            return new JobFailed(job, exception.Message, exception.IsFinal, exception.IsOutputFault);
        }
        catch (Exception exception)
        {
            return new JobFailed(job, $"{exception.GetType().Name}: {exception.Message}", IsFinal: false);
        }
    }

    private void Send(EngineMessage message)
    {
        lock (_writing)
        {
            output.Write(Encoding.UTF8.GetBytes(EngineProtocol.Write(message)));
            output.Flush();
        }
    }

    /// <summary>Not <see cref="Progress{T}"/>, which reports later and out of order.</summary>
    private sealed class Reporter(EngineHost host, long job) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => host.Send(new JobProgress(job, value.Done, value.Total));
    }
}
