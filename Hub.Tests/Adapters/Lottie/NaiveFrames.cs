using System.Runtime.InteropServices;
using FluentAssertions;
using Hub.Adapters.Rendering.Lottie.Composition;
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
        var document = LottieDocument.Load(clip.CompositionFile);
        bench.Filler.Fill(document, clip);
        using var animation = SkottieAnimation.Load(document.ToUtf8(), document.Folder)!;
        var frames = document.Timeline.FramesOf(clip);
        var size = new SKSizeI(clip.Width, clip.Height);
        using var renderer = new FrameRenderer(animation, size);

        rendered.Frames.Should().Be(frames.Count);
        var argb = new byte[clip.Width * clip.Height * 4];
        for (var i = 0; i < frames.Count; i++)
        {
            renderer.Draw(frames[i]);
            renderer.CopyTo(MemoryMarshal.Cast<byte, uint>(argb.AsSpan()), SKRectI.Create(size));
            IsSame(argb, rendered.Frame(i)).Should().BeTrue($"frame {i} must not depend on what was left out");
        }
    }

    private static bool IsSame(ReadOnlySpan<byte> argb, ReadOnlySpan<byte> rgba)
    {
        for (var i = 0; i < argb.Length; i += 4)
        {
            if (argb[i] != rgba[i + 3] || !argb.Slice(i + 1, 3).SequenceEqual(rgba.Slice(i, 3))) return false;
        }

        return true;
    }
}
