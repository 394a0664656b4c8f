using System.Diagnostics;
using Hub.Adapters.Rendering.Lottie.Composition;
using Hub.Adapters.Rendering.Lottie.Ffmpeg;
using Hub.Adapters.Rendering.Lottie.Frames;
using Hub.Adapters.Rendering.Lottie.Native;
using Hub.Contracts.Engine;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Adapters.Rendering.Lottie;

/// <summary>
/// Draws After Effects' Lottie export with Skia's own player and encodes it with ffmpeg: no After Effects licence, any machine,
/// faster than real time.
/// </summary>
internal sealed partial class LottieEngine(
    CompositionFiller filler, LottieMetrics metrics, IOptions<FfmpegOptions> ffmpeg, ILogger<LottieEngine> logger) : IRenderEngine
{
    public const string EngineName = "lottie";

    private const int FramesPerReport = 10;

    /// <inheritdoc />
    public string Name => EngineName;

    /// <inheritdoc />
    public Task<RenderedClip> RenderAsync(RenderClip clip, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
        // Reading, shaping and drawing keep a thread busy; it must not be the caller's.
        => Task.Run(() => RenderOnThisThreadAsync(clip, progress, cancellationToken), cancellationToken);

    private async Task<RenderedClip> RenderOnThisThreadAsync(RenderClip clip, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        ClipLimits.Check(clip);
        var document = LottieDocument.Load(clip.CompositionFile);
        filler.Fill(document, clip);
        using var animation = SkottieAnimation.Load(document.ToUtf8(), document.Folder)
            ?? throw CompositionError.In(document.File, "cannot be read by Skia's Lottie player; export it again from After Effects");

        OutputFile.Create(clip.OutputFile);
        var frames = clip.DurationFrames ?? document.Timeline.OwnLength(clip.FramesPerSecond);
        await using (var encoder = FfmpegEncoder.Start(ffmpeg.Value, clip, cancellationToken))
        {
            using var renderer = new FrameRenderer(animation, clip.Width, clip.Height);
            var drawn = await SendFramesAsync(renderer, encoder, document.Timeline, clip, frames, progress);
            var written = await encoder.FinishAsync();
            if (written != frames)
            {
                throw new RenderEngineException($"ffmpeg wrote {written} of {frames} frames into '{clip.OutputFile}'.", isFinal: false);
            }

            var elapsed = Stopwatch.GetElapsedTime(started);
            metrics.ClipRendered(drawn, frames, elapsed);
            ClipRendered(logger, clip.CompositionFile, frames, drawn, elapsed);
        }

        OutputFile.Flush(clip.OutputFile);
        return new RenderedClip(frames);
    }

    /// <summary>Draws one frame while ffmpeg reads the one before; a frame that shows nothing new is sent again as it is.</summary>
    private static async Task<int> SendFramesAsync(
        FrameRenderer renderer, FfmpegEncoder encoder, Timeline timeline, RenderClip clip, int frames, IProgress<(int Done, int Total)> progress)
    {
        var (current, spare) = (new byte[renderer.FrameSize], new byte[renderer.FrameSize]);
        var sending = Task.CompletedTask;
        var drawn = 0;
        for (var frame = 0; frame < frames; frame++)
        {
            if (renderer.Draw(timeline.At(frame, frames, clip.FramesPerSecond)))
            {
                renderer.CopyTo(spare);
                (current, spare) = (spare, current);
                drawn++;
            }

            await sending;
            sending = encoder.WriteAsync(current);
            if ((frame + 1) % FramesPerReport == 0 || frame + 1 == frames) progress.Report((frame + 1, frames));
        }

        await sending;
        return drawn;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Composition}: {Frames} frames, {Drawn} of them drawn, in {Elapsed}")]
    private static partial void ClipRendered(ILogger logger, string composition, int frames, int drawn, TimeSpan elapsed);
}
