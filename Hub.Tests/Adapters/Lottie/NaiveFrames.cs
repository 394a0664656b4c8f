using System.Runtime.InteropServices;
using FluentAssertions;
using Hub.Adapters.Rendering.Lottie.Composition;
using Hub.Adapters.Rendering.Lottie.Encoders;
using Hub.Adapters.Rendering.Lottie.Ffmpeg;
using Hub.Adapters.Rendering.Lottie.Frames;
using Hub.Adapters.Rendering.Lottie.Native;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Tests.Adapters.Lottie;

/// <summary>The slow and certain way: every frame drawn whole, nothing left out.</summary>
internal static class NaiveFrames
{
    public static void ShouldEqual(DecodedClip rendered, RenderClip clip, LottieWorkbench bench)
    {
        var drawn = Draw(clip, bench, PixelLayout.StraightRgba).Select((frame, i) => rendered.Frame(i).SequenceEqual(frame)).ToList();

        rendered.Frames.Should().Be(drawn.Count);
        drawn.Should().OnlyContain(isSame => isSame, "no frame may depend on what was left out");
    }

    /// <summary>Makes the clip's file of whole frames, with the same encoder.</summary>
    public static async Task EncodeAsync(RenderClip clip, LottieWorkbench bench)
    {
        OutputFile.Create(clip);
        await using var encoder = FfmpegEncoder.Start(new FfmpegOptions(), clip, SKRectI.Create(clip.Width, clip.Height), CancellationToken.None);
        foreach (var frame in Draw(clip, bench, PixelLayouts.Of(clip.Format)))
        {
            await encoder.WriteAsync(frame, isRepeat: false);
        }

        await encoder.FinishAsync();
    }

    /// <summary>Frames in order; the array is the same each time.</summary>
    private static IEnumerable<byte[]> Draw(RenderClip clip, LottieWorkbench bench, PixelLayout layout)
    {
        var document = LottieDocument.Load(clip.CompositionFile);
        bench.Filler.Fill(document, clip);
        using var animation = SkottieAnimation.Load(document.ToUtf8(), document.Folder)!;
        var size = new SKSizeI(clip.Width, clip.Height);
        using var renderer = new FrameRenderer(animation, size);
        var pixels = new byte[clip.Width * clip.Height * 4];
        foreach (var frame in document.Timeline.FramesOf(clip))
        {
            renderer.Draw(frame);
            renderer.CopyTo(MemoryMarshal.Cast<byte, uint>(pixels.AsSpan()), SKRectI.Create(size), layout);
            yield return pixels;
        }
    }
}
