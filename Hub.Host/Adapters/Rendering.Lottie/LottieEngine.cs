using System.Diagnostics;
using System.Runtime.InteropServices;
using Hub.Adapters.Rendering.Lottie.Composition;
using Hub.Adapters.Rendering.Lottie.Encoders;
using Hub.Adapters.Rendering.Lottie.Ffmpeg;
using Hub.Adapters.Rendering.Lottie.Frames;
using Hub.Adapters.Rendering.Lottie.Native;
using Hub.Contracts.Engine;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SkiaSharp;

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
    private const int ProResBlock = 16;

    // Whoever waits takes an engine that reports no frame for ten seconds for hung.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public string Name => EngineName;

    /// <inheritdoc />
    public Task<RenderedClip> RenderAsync(RenderClip clip, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
        // Reading, shaping and drawing keep a thread busy; it must not be the caller's.
        => Task.Run(() => RenderOnThisThreadAsync(clip, progress, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public Task DrawStillAsync(RenderClip clip, CancellationToken cancellationToken)
        => Task.Run(() => DrawStillOnThisThreadAsync(clip, cancellationToken), cancellationToken);

    private async Task DrawStillOnThisThreadAsync(RenderClip clip, CancellationToken cancellationToken)
    {
        using var animation = Open(clip, out var timeline);
        using var renderer = new FrameRenderer(animation, new SKSizeI(clip.Width, clip.Height));
        renderer.Draw(timeline.Poster);
        var png = renderer.ToPng();
        try
        {
            await File.WriteAllBytesAsync(clip.OutputFile, png, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RenderEngineException($"The picture '{clip.OutputFile}' cannot be written: {exception.Message}", isFinal: false, exception);
        }
    }

    /// <summary>The clip's own animation, with everything live in it.</summary>
    private SkottieAnimation Open(RenderClip clip, out Timeline timeline)
    {
        ClipLimits.Check(clip);
        var document = LottieDocument.Load(clip.CompositionFile);
        filler.Fill(document, clip);
        timeline = document.Timeline;
        return SkottieAnimation.Load(document.ToUtf8(), document.Folder)
            ?? throw CompositionError.In(document.File, "cannot be read by Skia's Lottie player; export it again from After Effects");
    }

    private async Task<RenderedClip> RenderOnThisThreadAsync(RenderClip clip, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var animation = Open(clip, out var timeline);
        using var renderer = new FrameRenderer(animation, new SKSizeI(clip.Width, clip.Height));
        var plan = ClipPlan.Make(animation, timeline.FramesOf(clip), renderer);
        if (clip.Format == ClipFormat.ProRes4444) plan = plan.InBlocksOf(ProResBlock, renderer.Size);

        OutputFile.Create(clip);
        await EncodeAsync(clip, plan, renderer, progress, cancellationToken);
        OutputFile.Flush(clip);

        var elapsed = Stopwatch.GetElapsedTime(started);
        var drawn = plan.Changed.Count(changed => changed);
        metrics.ClipRendered(drawn, plan.Frames.Count, elapsed);
        ClipRendered(logger, clip.CompositionFile, plan.Frames.Count, drawn, elapsed);
        return new RenderedClip(plan.Frames.Count);
    }

    private async Task EncodeAsync(
        RenderClip clip, ClipPlan plan, FrameRenderer renderer, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
    {
        await using IClipEncoder encoder = clip.Format == ClipFormat.PngSequence
            ? PngSequenceWriter.Start(clip, plan.Area, cancellationToken)
            : FfmpegEncoder.Start(ffmpeg.Value, clip, plan.Area, cancellationToken);
        await SendFramesAsync(plan, renderer, PixelLayouts.Of(clip.Format), encoder, progress);
        var written = await encoder.FinishAsync();
        if (written != plan.Frames.Count)
        {
            throw new RenderEngineException($"The encoder wrote {written} of {plan.Frames.Count} frames into '{clip.OutputFile}'.", isFinal: false);
        }
    }

    /// <summary>Draws one frame while the encoder takes the one before; a frame that shows nothing new is sent again as it is.</summary>
    private static async Task SendFramesAsync(
        ClipPlan plan, FrameRenderer renderer, PixelLayout layout, IClipEncoder encoder, IProgress<(int Done, int Total)> progress)
    {
        var (current, spare) = (new byte[plan.AreaBytes], new byte[plan.AreaBytes]);
        var sending = Task.CompletedTask;
        var reportedAt = Stopwatch.GetTimestamp();
        for (var frame = 0; frame < plan.Frames.Count; frame++)
        {
            if (plan.Changed[frame])
            {
                renderer.Draw(plan.Frames[frame]);
                renderer.CopyTo(MemoryMarshal.Cast<byte, uint>(spare.AsSpan()), plan.Area, layout);
                (current, spare) = (spare, current);
            }

            await sending;
            sending = encoder.WriteAsync(current, isRepeat: !plan.Changed[frame]);
            var done = frame + 1;
            if (done % FramesPerReport == 0 || done == plan.Frames.Count || Stopwatch.GetElapsedTime(reportedAt) > LongestSilence)
            {
                progress.Report((done, plan.Frames.Count));
                reportedAt = Stopwatch.GetTimestamp();
            }
        }

        await sending;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Composition}: {Frames} frames, {Drawn} of them drawn, in {Elapsed}")]
    private static partial void ClipRendered(ILogger logger, string composition, int frames, int drawn, TimeSpan elapsed);
}
