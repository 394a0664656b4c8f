using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Tests.Adapters.Lottie;

internal sealed class StillTests
{
    private LottieWorkbench _bench = null!;

    [OneTimeSetUp]
    public void OpenBench() => _bench = new LottieWorkbench();

    [OneTimeTearDown]
    public void CloseBench() => _bench.Dispose();

    [TestCase("", 15, Description = "the middle")]
    [TestCase("""{"cm":"hold","tm":20,"dr":8}""", 24, Description = "the middle of the hold")]
    [TestCase("""{"cm":"hold","tm":20,"dr":8},{"cm":"poster","tm":3,"dr":0}""", 3, Description = "the designer's choice")]
    [TestCase("""{"cm":"poster","tm":99,"dr":0}""", 29, Description = "at most the last frame")]
    public async Task A_still_is_the_frame_that_shows_the_clip_best(string markers, int frame)
    {
        using var still = await DrawAsync(Steps(markers));

        Lit(still).Should().Be(frame);
    }

    [Test]
    public async Task A_still_has_straight_transparency_and_the_size_asked_for()
    {
        var composition = new TestComposition(64, 32, frames: 2).With(TestComposition.Rectangle("Half", 0, 0, 32, 32, "1,0,0,1", opacity: 50));

        using var still = await DrawAsync(_bench.Clip(composition) with { Width = 128, Height = 64 });

        (still.Width, still.Height).Should().Be((128, 64));
        still.GetPixel(30, 30).Should().Be(new SKColor(255, 0, 0, 128));
        still.GetPixel(100, 30).Alpha.Should().Be(0);
    }

    [Test]
    public async Task What_cannot_be_rendered_cannot_be_drawn_either()
    {
        var clip = _bench.Clip(new TestComposition(64, 32, frames: 2).With(TestComposition.Text("Name", 0, 30))) with { Texts = [new LayerText("Nmae", "ADA")] };

        (await FluentActions.Awaiting(() => _bench.Engine.DrawStillAsync(clip, CancellationToken.None)).Should().ThrowAsync<RenderEngineException>())
            .Which.Message.Should().Contain("no layer 'Nmae'");
    }

    /// <summary>Thirty squares beside each other, one for each frame.</summary>
    private RenderClip Steps(string markers)
    {
        var composition = new TestComposition(480, 16, frames: 30);
        for (var frame = 0; frame < 30; frame++)
        {
            var square = TestComposition.Rectangle($"Frame {frame}", frame * 16, 0, 16, 16);
            (square["ip"], square["op"]) = (frame, frame + 1);
            composition.With(square);
        }

        var json = composition.Json;
        json["markers"] = JsonNode.Parse($"[{markers}]");
        return _bench.Clip(json, 480, 16);
    }

    private static int Lit(SKBitmap still) => Enumerable.Range(0, 30).Single(frame => still.GetPixel((frame * 16) + 8, 8).Alpha == 255);

    private async Task<SKBitmap> DrawAsync(RenderClip clip)
    {
        await _bench.Engine.DrawStillAsync(clip, CancellationToken.None);
        return SKBitmap.Decode(clip.OutputFile);
    }
}
