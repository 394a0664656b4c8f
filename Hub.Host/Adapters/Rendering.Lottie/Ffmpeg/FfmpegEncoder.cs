using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Hub.Adapters.Rendering.Lottie.Encoders;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Ffmpeg;

/// <summary>
/// One ffmpeg that takes frames on its standard input. It cannot outlive us: when this process ends, however it ends, the pipe
/// closes and ffmpeg finishes. Cancelling and stalling kill it.
/// </summary>
internal sealed class FfmpegEncoder : IClipEncoder
{
    private readonly Process _process;
    private readonly TimeSpan _stallTime;
    private readonly Task<string> _errors;
    private readonly Task<int> _framesWritten;
    private readonly CancellationTokenSource _watchdog;
    private readonly CancellationToken _cancelled;
    private readonly CancellationTokenRegistration _kill;

    private FfmpegEncoder(Process process, TimeSpan stallTime, CancellationToken cancellationToken)
    {
        _process = process;
        _stallTime = stallTime;
        _cancelled = cancellationToken;
        _errors = StandardErrorTail.ReadAsync(process.StandardError);
        _framesWritten = CountFramesAsync(process.StandardOutput);
        _watchdog = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // A blocked write to a pipe cannot be cancelled; it ends when the reader dies.
        _kill = _watchdog.Token.Register(Kill);
    }

    /// <summary>Starts ffmpeg.</summary>
    /// <exception cref="RenderEngineException">There is no ffmpeg.</exception>
    public static FfmpegEncoder Start(FfmpegOptions options, RenderClip clip, SKRectI area, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(options.Path, FfmpegArguments.For(clip, area))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return new FfmpegEncoder(Process.Start(start)!, TimeSpan.FromSeconds(options.StallSeconds), cancellationToken);
        }
        catch (Win32Exception exception)
        {
            throw new RenderEngineException(
                $"ffmpeg cannot be started as '{options.Path}': {exception.Message}. Install it or set Ffmpeg:Path.", isFinal: true, exception);
        }
    }

    /// <inheritdoc />
    public Task WriteAsync(ReadOnlyMemory<byte> frame, bool isRepeat)
        => GuardAsync(() => _process.StandardInput.BaseStream.WriteAsync(frame, CancellationToken.None).AsTask());

    /// <summary>Lets ffmpeg finish the file; the frames are those that it counted itself.</summary>
    public async Task<int> FinishAsync()
    {
        await GuardAsync(async () =>
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync(CancellationToken.None);
        });
        return _process.ExitCode == 0 ? await _framesWritten : throw FfmpegFailure.From(_process.ExitCode, await _errors);
    }

    /// <summary>Kills ffmpeg if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        await _kill.DisposeAsync();
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _watchdog.Dispose();
        _process.Dispose();
    }

    private async Task GuardAsync(Func<Task> step)
    {
        _watchdog.CancelAfter(_stallTime);
        try
        {
            await step();
        }
        catch (IOException exception) when (!_watchdog.IsCancellationRequested)
        {
            // A broken pipe only says that ffmpeg is gone; why, it says on standard error.
            await _process.WaitForExitAsync(CancellationToken.None);
            throw FfmpegFailure.From(_process.ExitCode, await _errors, exception);
        }
        catch (IOException)
        {
            // Killed by the watchdog; the reason follows.
        }

        _cancelled.ThrowIfCancellationRequested();
        if (_watchdog.IsCancellationRequested)
        {
            throw new RenderEngineException($"ffmpeg took no frame for {_stallTime.TotalSeconds:0} s and was killed. {await _errors}", isFinal: false);
        }

        _watchdog.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    private static async Task<int> CountFramesAsync(StreamReader progress)
    {
        var frames = 0;
        while (await progress.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (line.StartsWith("frame=", StringComparison.Ordinal)) frames = int.Parse(line.AsSpan(6), CultureInfo.InvariantCulture);
        }

        return frames;
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
