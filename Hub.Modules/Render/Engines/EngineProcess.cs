using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Hub.Contracts.Engine;

namespace Hub.Modules.Render.Engines;

/// <summary>The worker's side of one engine child. After any trouble it is thrown away with everything it has started.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private const int KeptErrorLines = 20;
    private const string StackFrame = "   at ";
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TimeForLastWords = TimeSpan.FromSeconds(1);
    private readonly Process _process;
    private readonly EngineMark _mark;
    private readonly OutputLines _output;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ManualResetEventSlim _saidAll = new();
    private readonly TimeProvider _clock;
    private long _job;

    private EngineProcess(Process process, EngineMark mark, TimeProvider clock)
        => (_process, _mark, _clock, _output) = (process, mark, clock, new OutputLines(process.StandardOutput.BaseStream));

    public bool IsAlive => !_process.HasExited;

    /// <summary>Memory it holds now, in bytes; 0 when it has ended.</summary>
    public long WorkingSet
    {
        get
        {
            try
            {
                _process.Refresh();
                return _process.WorkingSet64;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }
    }

    public int ProcessId => _process.Id;

    /// <exception cref="RenderEngineException">The child did not start, did not get ready in time, or does not speak this version.</exception>
    /// <exception cref="EngineEndedException">It ended instead.</exception>
    public static async Task<EngineProcess> StartAsync(EngineCommand command, TimeProvider clock, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command.Parts[0], command.Parts.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // glibc keeps what many threads have freed in an arena for each; frames are drawn on whatever thread is free.
        start.Environment.TryAdd("MALLOC_ARENA_MAX", "2");
        start.Environment.TryAdd("MALLOC_TRIM_THRESHOLD_", "131072");
        start.Environment.TryAdd("MALLOC_MMAP_THRESHOLD_", "131072");
        var mark = EngineMark.New();
        mark.Put(start);
        EngineProcess? child = null;
        try
        {
            child = new EngineProcess(Process.Start(start)!, mark, clock);
            _ = Task.Run(child.KeepErrorsAsync, CancellationToken.None);
            await child.ShakeHandsAsync(command.TimeToStart, cancellationToken);
            return child;
        }
        catch (Exception exception)
        {
            if (child is not null)
            {
                await child.DisposeAsync();
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (exception is RenderEngineException or EngineEndedException)
            {
                throw;
            }

            throw new RenderEngineException($"The engine child '{string.Join(' ', command.Parts)}' could not be started: {exception.Message}", isFinal: false, exception);
        }
    }

    /// <summary>Renders one clip. After any exception but a plain failure of the job the child is of no more use.</summary>
    /// <exception cref="RenderEngineException">The engine failed.</exception>
    /// <exception cref="EngineEndedException">Its process ended.</exception>
    /// <exception cref="TimeoutException">It does not get on.</exception>
    public async Task<RenderedClip> RenderAsync(string engine, RenderClip clip, EngineLimits limits, Action<int, int> progress, CancellationToken cancellationToken)
    {
        var watch = new ProgressWatch(limits, _clock, () => BytesToFlush(clip.OutputFile));
        return new((await DoAsync(job => new RenderJob(job, engine, clip), watch, progress, cancellationToken)).Frames);
    }

    /// <summary>Draws one picture; otherwise the same.</summary>
    /// <exception cref="RenderEngineException">The engine failed.</exception>
    /// <exception cref="EngineEndedException">Its process ended.</exception>
    /// <exception cref="TimeoutException">No answer within <paramref name="limit"/>.</exception>
    public Task DrawStillAsync(string engine, RenderClip clip, TimeSpan limit, CancellationToken cancellationToken)
        => DoAsync(job => new StillJob(job, engine, clip), new ProgressWatch(new EngineLimits(limit, limit), _clock, () => 0), (_, _) => { }, cancellationToken);

    private async Task<JobDone> DoAsync(Func<long, EngineMessage> message, ProgressWatch watch, Action<int, int> progress, CancellationToken cancellationToken)
    {
        var job = ++_job;
        try
        {
            await SendAsync(message(job), watch.Left, cancellationToken);
            while (true)
            {
                switch (await ReadAsync(watch.Left, cancellationToken))
                {
                    case JobProgress report when report.Job == job:
                        watch.Report(report.Done, report.Total);
                        progress(report.Done, report.Total);
                        break;
                    case JobDone done when done.Job == job:
                        return done;
                    case JobFailed failed when failed.Job == job:
                        throw new RenderEngineException(failed.Reason, failed.IsFinal) { IsOutputFault = failed.IsOutputFault };
                }
            }
        }
        catch (TimeoutException)
        {
            throw watch.Hung();
        }
    }

    /// <summary>Kills the child and everything it has started, and waits until they are gone.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself. What it has started may live.
        }

        _mark.KillAll();
        try
        {
            using var patience = new CancellationTokenSource(TimeToEnd, _clock);
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (Exception exception) when (exception is InvalidOperationException or OperationCanceledException)
        {
            // A process that waits for a dead disk cannot be killed before the disk answers; nobody waits for it.
        }
        finally
        {
            _process.Dispose();
        }
    }

    private async Task ShakeHandsAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var startedAt = _clock.GetTimestamp();
        while (limit - _clock.GetElapsedTime(startedAt) is var left && left > TimeSpan.Zero)
        {
            try
            {
                if (await ReadAsync(left, cancellationToken) is not EngineReady ready)
                {
                    continue;
                }

                if (ready.Version != EngineProtocol.Version)
                {
                    throw new RenderEngineException($"The engine child speaks version {ready.Version}, this worker version {EngineProtocol.Version}; start both from the same program.", isFinal: false);
                }

                return;
            }
            catch (TimeoutException)
            {
                break;
            }
        }

        throw new TimeoutException($"it was not ready within {limit.TotalSeconds:0} s");
    }

    /// <returns>Bytes of the file; of a sequence, a megabyte for each frame at least, since each is flushed by itself.</returns>
    private static long BytesToFlush(string output)
        => Directory.Exists(output)
            ? new DirectoryInfo(output).EnumerateFiles().Sum(frame => Math.Max(frame.Length, 1 << 20))
            : new FileInfo(output) is { Exists: true } file ? file.Length : 0;

    /// <summary>An engine that does not read leaves a long order in the pipe, and the write waits for it; only its death ends that.</summary>
    private async Task SendAsync(EngineMessage message, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(EngineProtocol.Write(message)).WaitAsync(patience, _clock, cancellationToken);
        }
        catch (IOException exception)
        {
            throw Ended(exception);
        }
    }

    private async Task WriteAsync(string line)
    {
        // A full pipe may hold up the caller itself.
        await Task.Yield();
        await _process.StandardInput.WriteAsync(line.AsMemory(), CancellationToken.None);
        await _process.StandardInput.FlushAsync(CancellationToken.None);
    }

    /// <returns>The next message, or null for a line that is none.</returns>
    private async Task<EngineMessage?> ReadAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var line = await _output.ReadAsync(cancellationToken).WaitAsync(patience, _clock, cancellationToken);
        return line is null ? throw Ended(null) : EngineProtocol.Read(line);
    }

    private EngineEndedException Ended(Exception? exception)
    {
        // What it said last may still be on its way.
        _saidAll.Wait(TimeForLastWords);
        var code = _process.WaitForExit(TimeToEnd) ? $"with code {_process.ExitCode}" : "without saying why";
        var lastWords = _errors.IsEmpty ? "" : $" Its last words: {string.Join(" | ", _errors)}";
        return new EngineEndedException($"The engine's process ended {code}.{lastWords}", exception);
    }

    private async Task KeepErrorsAsync()
    {
        var errors = new OutputLines(_process.StandardError.BaseStream);
        try
        {
            while (await errors.ReadAsync(CancellationToken.None) is { } line)
            {
                Keep(line);
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException)
        {
            // It is being thrown away.
        }

        _saidAll.Set();
    }

    private void Keep(string line)
    {
        // The frames of a stack would push out the line that says what happened.
        if (string.IsNullOrWhiteSpace(line) || line.StartsWith(StackFrame, StringComparison.Ordinal))
        {
            return;
        }

        _errors.Enqueue(line);
        while (_errors.Count > KeptErrorLines)
        {
            _errors.TryDequeue(out _);
        }
    }
}
