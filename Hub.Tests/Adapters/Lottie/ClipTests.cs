using FluentAssertions;

namespace Hub.Tests.Adapters.Lottie;

internal sealed class ClipTests
{
    private LottieWorkbench _bench = null!;

    [OneTimeSetUp]
    public void OpenBench() => _bench = new LottieWorkbench();

    [OneTimeTearDown]
    public void CloseBench() => _bench.Dispose();

    [Test]
    public async Task A_clip_has_every_frame_and_straight_transparency()
    {
        var composition = new TestComposition(64, 32, frames: 7)
            .With(TestComposition.Rectangle("Half", 4, 4, 10, 10, "1,0,0,1", opacity: 50))
            .With(TestComposition.Rectangle("Solid plate", 30, 4, 20, 20, "0,0,1,1"));

        var clip = await _bench.RenderAsync(_bench.Clip(composition));

        clip.Frames.Should().Be(7);
        clip.Pixel(6, 0, 0).Should().Be((0, 0, 0, 0), "where nothing is drawn the picture below shows");
        clip.Pixel(6, 40, 14).Should().Be((0, 0, 255, 255));
        clip.Pixel(6, 8, 8).Should().Be((255, 0, 0, 128), "half a red is red, not dark red");
    }

    [Test]
    public async Task A_clip_of_another_size_is_fitted_into_the_middle()
    {
        var composition = new TestComposition(40, 40, frames: 1).With(TestComposition.Rectangle("Full", 0, 0, 40, 40));
        var clip = await _bench.RenderAsync(_bench.Clip(composition) with { Width = 40, Height = 20 });

        clip.Ink(0).Should().Be((10, 0, 29, 19));
    }

    [Test]
    public async Task A_clip_at_another_rate_lasts_as_long()
    {
        var composition = new TestComposition(16, 16, frames: 30).With(TestComposition.Rectangle("Full", 0, 0, 16, 16));
        var clip = await _bench.RenderAsync(_bench.Clip(composition) with { FramesPerSecond = 50 });

        clip.Frames.Should().Be(50);
    }

    [Test]
    public async Task A_clip_in_which_everything_is_hidden_is_transparent()
    {
        var composition = new TestComposition(32, 32, frames: 3).With(TestComposition.Rectangle("Plate", 0, 0, 32, 32));
        var clip = await _bench.RenderAsync(_bench.Clip(composition) with { HiddenLayers = ["Plate"] });

        clip.Frames.Should().Be(3);
        clip.Ink(0).Right.Should().Be(-1);
    }

    [Test]
    public async Task Backgrounds_are_hidden_in_precomps_too()
    {
        var composition = new TestComposition(32, 32, frames: 1)
            .With(TestComposition.Rectangle("Plate", 0, 0, 8, 8))
            .WithPrecomp("Panel", TestComposition.Rectangle("배경", 0, 0, 32, 32));
        var clip = await _bench.RenderAsync(_bench.Clip(composition) with { HiddenLayers = ["배경"] });

        clip.Ink(0).Should().Be((0, 0, 7, 7));
    }

    [Test]
    public async Task Images_are_taken_from_the_template_folder()
    {
        using (var bitmap = new SkiaSharp.SKBitmap(16, 16))
        {
            bitmap.Erase(SkiaSharp.SKColors.Lime);
            using var file = File.Create(_bench.PathOf("logo.png"));
            bitmap.Encode(file, SkiaSharp.SKEncodedImageFormat.Png, 100);
        }

        var clip = await _bench.RenderAsync(_bench.Clip(new TestComposition(32, 32, frames: 1).WithImage("", "logo.png")));

        clip.Pixel(0, 8, 8).Should().Be((0, 255, 0, 255));
    }

    [Test]
    public async Task An_existing_file_is_not_overwritten()
    {
        var clip = _bench.Clip(new TestComposition(16, 16, frames: 1).With(TestComposition.Rectangle("Plate", 0, 0, 16, 16)));
        await File.WriteAllTextAsync(clip.OutputFile, "someone else's clip");

        var error = await _bench.FailAsync(clip);

        error.IsFinal.Should().BeTrue();
        error.Message.Should().Contain(clip.OutputFile).And.Contain("exists already");
        (await File.ReadAllTextAsync(clip.OutputFile)).Should().Be("someone else's clip");
    }

    [Test]
    public async Task Progress_comes_now_and_then_and_ends_with_all_frames()
    {
        var reports = new List<(int Done, int Total)>();
        var clip = _bench.Clip(new TestComposition(16, 16, frames: 25).With(TestComposition.Rectangle("Plate", 0, 0, 16, 16)));

        var rendered = await _bench.Engine.RenderAsync(clip, new Recorder(reports), CancellationToken.None);

        rendered.Frames.Should().Be(25);
        reports.Should().Equal((10, 25), (20, 25), (25, 25));
    }

    private sealed class Recorder(List<(int Done, int Total)> reports) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => reports.Add(value);
    }
}
