using Hub.Adapters.Rendering.Lottie.Composition;
using Hub.Adapters.Rendering.Lottie.Frames;
using Hub.Adapters.Rendering.Lottie.Native;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Bench.Rendering;

/// <summary>One template with its example texts, and the ways to make a clip of it, or a part of one.</summary>
internal sealed class FilledTemplate(string name, Func<ClipFormat, RenderClip> clips, IRenderEngine engine, CompositionFiller filler)
{
    private readonly RenderClip _clip = clips(ClipFormat.MovAlpha);

    public string Name => name;

    public int Frames => _clip.DurationFrames ?? 0;

    /// <summary>The product's way.</summary>
    public async Task RenderAsync(ClipFormat format)
    {
        Delete(_clip.OutputFile);
        await engine.RenderAsync(clips(format), new Progress<(int, int)>(), CancellationToken.None);
    }

    /// <summary>The naive way: every frame drawn whole, turned straight by ReadPixels, and piped whole to the same encoder.</summary>
    public async Task RenderNaivelyAsync()
    {
        Delete(_clip.OutputFile);
        using var animation = Load(out var frames);
        using var surface = NewSurface();
        var pixels = new byte[_clip.Width * _clip.Height * 4];
        using var ffmpeg = PlainFfmpeg.Start("pipe:0", _clip.Width, _clip.Height, _clip.FramesPerSecond, _clip.OutputFile);
        foreach (var frame in frames)
        {
            Draw(animation, surface, frame, pixels);
            await ffmpeg.StandardInput.BaseStream.WriteAsync(pixels);
        }

        await PlainFfmpeg.EndAsync(ffmpeg);
    }

    /// <summary>Floor: what changes is drawn, and nothing is encoded.</summary>
    public void Draw()
    {
        using var animation = Load(out var frames);
        using var renderer = new FrameRenderer(animation, new SKSizeI(_clip.Width, _clip.Height));
        var plan = ClipPlan.Make(animation, frames, renderer);
        for (var i = 0; i < plan.Frames.Count; i++)
        {
            if (plan.Changed[i])
                renderer.Draw(plan.Frames[i]);
        }
    }

    /// <summary>Writes all frames into a file for <see cref="EncodeAsync"/>.</summary>
    public async Task WriteFramesAsync(string file)
    {
        using var animation = Load(out var frames);
        using var surface = NewSurface();
        var pixels = new byte[_clip.Width * _clip.Height * 4];
        await using var raw = File.Create(file);
        foreach (var frame in frames)
        {
            Draw(animation, surface, frame, pixels);
            await raw.WriteAsync(pixels);
        }
    }

    /// <summary>Floor: finished frames are encoded, and nothing is drawn.</summary>
    public async Task EncodeAsync(string framesFile)
    {
        using var ffmpeg = PlainFfmpeg.Start(framesFile, _clip.Width, _clip.Height, _clip.FramesPerSecond, _clip.OutputFile);
        await PlainFfmpeg.EndAsync(ffmpeg);
    }

    private SkottieAnimation Load(out IReadOnlyList<double> frames)
    {
        var document = LottieDocument.Load(_clip.CompositionFile);
        filler.Fill(document, _clip);
        frames = document.Timeline.FramesOf(_clip);
        return SkottieAnimation.Load(document.ToUtf8(), document.Folder) ?? throw new InvalidOperationException($"{_clip.CompositionFile} cannot be played.");
    }

    private SKSurface NewSurface() => SKSurface.Create(new SKImageInfo(_clip.Width, _clip.Height, SKColorType.Rgba8888, SKAlphaType.Premul));

    private void Draw(SkottieAnimation animation, SKSurface surface, double frame, byte[] pixels)
    {
        animation.Seek(frame);
        surface.Canvas.Clear(SKColors.Transparent);
        animation.Draw(surface.Canvas, SKRect.Create(_clip.Width, _clip.Height));
        unsafe
        {
            fixed (byte* target = pixels)
                surface.ReadPixels(new SKImageInfo(_clip.Width, _clip.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul), (nint)target, _clip.Width * 4, 0, 0);
        }
    }

    private static void Delete(string output)
    {
        if (Directory.Exists(output))
            Directory.Delete(output, recursive: true);
        else
            File.Delete(output);
    }
}
