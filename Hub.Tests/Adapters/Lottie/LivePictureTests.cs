using FluentAssertions;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Tests.Adapters.Lottie;

internal sealed class LivePictureTests
{
    private LottieWorkbench _bench = null!;

    [OneTimeSetUp]
    public void OpenBench() => _bench = new LottieWorkbench();

    [OneTimeTearDown]
    public void CloseBench() => _bench.Dispose();

    [Test]
    public async Task A_picture_covers_its_box_and_is_cut_evenly()
    {
        var clip = await _bench.RenderAsync(Clip(new LayerImage("Photo", Striped("wide", 80, 20))));

        clip.Ink(0).Should().Be((0, 0, 15, 15));
        clip.Pixel(0, 0, 8).Should().Be((0, 0, 255, 255), "a square is cut out of the middle, which is blue");
        clip.Pixel(0, 15, 8).Should().Be((0, 0, 255, 255));
    }

    [Test]
    public async Task A_picture_is_contained_in_its_box_as_a_whole()
    {
        var clip = await _bench.RenderAsync(Clip(new LayerImage("Photo", Striped("whole", 80, 20), PictureFit.Contain)));

        clip.Ink(0).Should().Be((0, 6, 15, 9));
        clip.Pixel(0, 1, 8).Should().Be((255, 0, 0, 255));
        clip.Pixel(0, 8, 8).Should().Be((0, 0, 255, 255));
    }

    [Test]
    public async Task A_picture_is_as_sharp_as_the_clip_is_large()
    {
        var clip = await _bench.RenderAsync(Clip(new LayerImage("Photo", Striped("sharp", 64, 64))) with { Width = 128, Height = 128 });

        clip.Pixel(0, 15, 30).Should().Be((255, 0, 0, 255), "a quarter of the box is red to its edge");
        clip.Pixel(0, 16, 30).Should().Be((0, 0, 255, 255));
    }

    [Test]
    public async Task Without_a_picture_the_layer_is_hidden()
        => (await _bench.RenderAsync(Clip(new LayerImage("Photo", File: null)))).Ink(0).Right.Should().Be(-1, "the designer's stand-in never goes on air");

    [Test]
    public async Task A_picture_is_bit_for_bit_the_same_whatever_frames_are_left_out()
    {
        var composition = Composition(frames: 4).With(TestComposition.Rectangle("Plate", 20, 20, 8, 8));
        var clip = _bench.Clip(composition) with { Images = [new LayerImage("Photo", Striped("same", 40, 30))] };

        NaiveFrames.ShouldEqual(await _bench.RenderAsync(clip), clip, _bench);
    }

    [Test]
    public async Task A_picture_for_a_plate_is_refused()
    {
        var clip = _bench.Clip(Composition().With(TestComposition.Rectangle("Plate", 0, 0, 8, 8)));

        (await _bench.FailAsync(clip with { Images = [new LayerImage("Plate", Striped("plate", 8, 8))] })).Message.Should().Contain("'Plate', but it is not an image layer");
        (await _bench.FailAsync(clip with { Images = [new LayerImage("Fotografia", null)] })).Message.Should().Contain("no layer 'Fotografia'");
    }

    [TestCase("missing.png", null, "cannot be read")]
    [TestCase("page.png", "<html>", "is no PNG or JPEG picture")]
    [TestCase("moving.png", "GIF89a\u0001\0\u0001\0\0\0\0;", "is no PNG or JPEG picture")]
    public async Task What_is_no_picture_is_a_final_error_that_names_the_file(string name, string? content, string why)
    {
        if (content is not null)
            await File.WriteAllTextAsync(_bench.PathOf(name), content);

        var error = await _bench.FailAsync(Clip(new LayerImage("Photo", _bench.PathOf(name))));

        error.IsFinal.Should().BeTrue();
        error.Message.Should().Contain(name).And.Contain(why);
    }

    [Test]
    public async Task A_picture_too_large_to_be_one_is_refused_unread()
    {
        var bomb = Striped("bomb", 8200, 1);
        var heavy = _bench.PathOf("heavy.png");
        await using (var file = File.Create(heavy))
            file.SetLength(21 * 1024 * 1024);

        (await _bench.FailAsync(Clip(new LayerImage("Photo", bomb)))).Message.Should().Contain("8200 × 1 pixels");
        (await _bench.FailAsync(Clip(new LayerImage("Photo", heavy)))).Message.Should().Contain("bytes; at most 20");
    }

    private static TestComposition Composition(int frames = 1) => new TestComposition(32, 32, frames).WithPictureBox("Photo", 16, 16);

    private RenderClip Clip(LayerImage image) => _bench.Clip(Composition()) with { Images = [image] };

    /// <summary>A quarter red, a half blue, a quarter green, side by side.</summary>
    private string Striped(string name, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            using var paint = new SKPaint();
            (paint.Color, var quarter) = (SKColors.Red, width / 4f);
            canvas.DrawRect(0, 0, quarter, height, paint);
            paint.Color = SKColors.Blue;
            canvas.DrawRect(quarter, 0, 2 * quarter, height, paint);
            paint.Color = SKColors.Lime;
            canvas.DrawRect(3 * quarter, 0, quarter, height, paint);
        }

        var path = _bench.PathOf($"{name}.png");
        using var file = File.Create(path);
        bitmap.Encode(file, SKEncodedImageFormat.Png, 100);
        return path;
    }
}
