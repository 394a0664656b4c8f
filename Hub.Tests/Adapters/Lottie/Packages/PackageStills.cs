using FluentAssertions;
using Hub.Adapters.Rendering.Lottie.Composition;
using Hub.Adapters.Rendering.Lottie.Frames;
using Hub.Adapters.Rendering.Lottie.Native;
using Hub.Contracts.Engine;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Templates;
using SkiaSharp;

namespace Hub.Tests.Adapters.Lottie.Packages;

/// <summary>Draws frames of the shipped packages without making clips of them.</summary>
internal sealed class PackageStills : IDisposable
{
    /// <summary>A frame in which everything has come and nothing moves.</summary>
    public const int Hold = 84;

    private const int AShorterSide = 8;

    private readonly LottieWorkbench _bench = new();
    private readonly PictureFolders _pictures;
    private int _clips;

    public PackageStills()
    {
        var flags = Directory.CreateDirectory(_bench.PathOf("flags")).FullName;
        foreach (var code in (string[])["no", "kr", "pl", "gb", "gr", "bg", "vn", "dk"]) PaintFlag(Path.Combine(flags, $"{code}.png"));
        _pictures = new PictureFolders(null, [flags]);
    }

    public LottieWorkbench Bench => _bench;

    /// <summary>The instruction to render a package.</summary>
    public RenderClip Clip(string package, PackageCase kind, int width = 480, int? frames = null, int? framesPerSecond = null)
    {
        var shipped = ShippedPackage.Read(package);
        var fields = shipped.Fields(kind);
        shipped.Template.Check(fields, _pictures).Should().BeEmpty();

        var settings = new OutputSettings(ClipFormat.MovAlpha, width, width * 9 / 16, framesPerSecond, frames);
        return shipped.Template.Resolve(fields, settings, _bench.PathOf($"{package}-{++_clips}.mov.part"), _pictures);
    }

    /// <summary>A document filled for a clip, in which only the layers to be seen are left.</summary>
    public LottieDocument Document(RenderClip clip, Func<LottieLayer, bool>? isSeen = null)
    {
        var document = LottieDocument.Load(clip.CompositionFile);
        foreach (var layer in document.Layers.Where(layer => isSeen?.Invoke(layer) == false)) layer.Hide();
        _bench.Filler.Fill(document, clip);
        return document;
    }

    /// <summary>What a document shows while everything stands still.</summary>
    public static SKRectI Ink(LottieDocument document, RenderClip clip, int frame = Hold)
    {
        using var animation = SkottieAnimation.Load(document.ToUtf8(), document.Folder)!;
        using var renderer = new FrameRenderer(animation, new SKSizeI(clip.Width, clip.Height));
        renderer.Draw(frame);
        return renderer.Ink();
    }

    public void Dispose() => _bench.Dispose();

    private static void PaintFlag(string file)
    {
        using var bitmap = new SKBitmap(AShorterSide * 4 / 3, AShorterSide);
        bitmap.Erase(SKColors.RoyalBlue);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(file, png.ToArray());
    }
}
