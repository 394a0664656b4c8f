using System.Diagnostics;
using FluentAssertions;
using Hub.Contracts.Engine;

namespace Hub.Tests.Adapters.Lottie;

/// <summary>One picture in every format: a half-transparent red square, an opaque blue one, nothing around them, and a white one that moves.</summary>
internal sealed class FormatTests
{
    private const int Size = 64;
    private const int Frames = 12;

    private LottieWorkbench _bench = null!;

    [OneTimeSetUp]
    public void OpenBench() => _bench = new LottieWorkbench();

    [OneTimeTearDown]
    public void CloseBench() => _bench.Dispose();

    [TestCase(ClipFormat.MovAlpha, "qtrle,,argb,,,")]
    [TestCase(ClipFormat.ProRes4444, "prores,4444,yuva444p1*le,tv,bt709,bt709")]
    [TestCase(ClipFormat.Mp4, "h264,High,yuv420p,tv,bt709,bt709")]
    public async Task A_file_says_what_it_is(ClipFormat format, string expected)
    {
        var clip = Clip(format);
        await _bench.Engine.RenderAsync(clip, new Progress<(int, int)>(), CancellationToken.None);

        var described = await ProbeAsync(clip.OutputFile, "-count_frames", "-show_entries", "stream=codec_name,profile,pix_fmt,color_range,color_transfer,color_primaries,nb_read_frames");
        var parts = described.Split(',').Select(part => part is "unknown" or "gbr" ? "" : part).ToList();

        string.Join(',', parts.Take(6)).Should().Match(expected.Replace(",,argb,,,", "*argb*", StringComparison.Ordinal));
        parts[^1].Should().Be("12");
    }

    [TestCase(ClipFormat.MovAlpha, 0)]
    [TestCase(ClipFormat.ProRes4444, 4)]
    [TestCase(ClipFormat.PngSequence, 0)]
    public async Task Transparency_is_straight(ClipFormat format, int tolerance)
    {
        var clip = await _bench.RenderAsync(Clip(format));

        ShouldBe(clip.Pixel(5, 8, 8), (255, 0, 0, 128), tolerance, "half a red is red, not dark red");
        ShouldBe(clip.Pixel(5, 40, 8), (0, 0, 255, 255), tolerance, "blue is opaque");
        clip.Pixel(5, 60, 60).Alpha.Should().Be(0, "where nothing is drawn the picture below shows");
    }

    [Test]
    public async Task An_mp4_is_composited_over_black()
    {
        var clip = await _bench.RenderAsync(Clip(ClipFormat.Mp4));

        ShouldBe(clip.Pixel(5, 8, 8), (128, 0, 0, 255), 4, "half a red over black is dark red");
        ShouldBe(clip.Pixel(5, 40, 8), (0, 0, 255, 255), 4, "blue stays");
        ShouldBe(clip.Pixel(5, 60, 60), (0, 0, 0, 255), 4, "nothing is black");
    }

    [Test]
    public async Task An_mp4_starts_with_its_index_so_that_a_browser_can_begin()
    {
        var clip = Clip(ClipFormat.Mp4);
        await _bench.Engine.RenderAsync(clip, new Progress<(int, int)>(), CancellationToken.None);

        var content = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(clip.OutputFile));
        content.IndexOf("moov", StringComparison.Ordinal).Should().BeInRange(1, content.IndexOf("mdat", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_sequence_is_a_folder_with_a_numbered_picture_for_each_frame()
    {
        var clip = Clip(ClipFormat.PngSequence) with { OutputFile = _bench.PathOf("lower-third_7.part") };
        await _bench.Engine.RenderAsync(clip, new Progress<(int, int)>(), CancellationToken.None);

        Directory.GetFiles(clip.OutputFile).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .Should().Equal(Enumerable.Range(0, Frames).Select(frame => $"lower-third_7_{frame:00000}.png"));
    }

    [TestCase(ClipFormat.MovAlpha)]
    [TestCase(ClipFormat.PngSequence)]
    public async Task Lossless_formats_hold_every_pixel_that_was_drawn(ClipFormat format)
    {
        var clip = Clip(format);
        NaiveFrames.ShouldEqual(await _bench.RenderAsync(clip), clip, _bench);
    }

    [TestCase(ClipFormat.ProRes4444)]
    [TestCase(ClipFormat.Mp4)]
    public async Task Lossy_formats_are_what_whole_frames_give(ClipFormat format)
    {
        var (clip, whole) = (Clip(format), Clip(format));
        var rendered = await _bench.RenderAsync(clip);
        await NaiveFrames.EncodeAsync(whole, _bench);
        var naive = await DecodedClip.ReadAsync(whole.OutputFile, Size, Size);

        naive.Frames.Should().Be(rendered.Frames);
        foreach (var frame in Enumerable.Range(0, Frames))
        {
            var differing = from x in Enumerable.Range(0, Size)
                            from y in Enumerable.Range(0, Size)
                            let pixels = (Naive: naive.Pixel(frame, x, y), Rendered: rendered.Pixel(frame, x, y))
                            // What cannot be seen has no colour.
                            where pixels.Naive != pixels.Rendered && (pixels.Naive.Alpha > 0 || pixels.Rendered.Alpha > 0)
                            select (x, y, pixels);
            differing.Should().BeEmpty($"frame {frame} may not depend on what was left out");
        }
    }

    [TestCase(ClipFormat.ProRes4444)]
    [TestCase(ClipFormat.Mp4)]
    public async Task Less_quality_makes_a_smaller_file(ClipFormat format)
    {
        long[] sizes = [await SizeAsync(20), await SizeAsync(90), await SizeAsync(100)];

        sizes.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();

        async Task<long> SizeAsync(int quality)
        {
            var clip = _bench.ClipOf(Package("name"), 320, 180) with { Format = format, Quality = quality, DurationFrames = 30 };
            await _bench.Engine.RenderAsync(clip, new Progress<(int, int)>(), CancellationToken.None);
            return new FileInfo(clip.OutputFile).Length;
        }
    }

    [Test]
    public async Task An_mp4_of_odd_size_is_refused_before_anything_is_drawn()
        => (await _bench.FailAsync(Clip(ClipFormat.Mp4) with { Width = 63 })).Message.Should().Contain("63 × 64 is not possible in an mp4");

    private static string Package(string name) => Path.Combine(AppContext.BaseDirectory, "templates", name, "composition.json");

    private RenderClip Clip(ClipFormat format)
    {
        var mover = TestComposition.Rectangle("Mover", 0, 0, 8, 8);
        mover["ks"]!["p"] = System.Text.Json.Nodes.JsonNode.Parse("""{"a":1,"k":[{"t":2,"s":[5,34,0],"o":{"x":[0.2],"y":[0.2]},"i":{"x":[0.8],"y":[0.8]}},{"t":5,"s":[21,47,0]}]}""");
        var composition = new TestComposition(Size, Size, Frames)
            .With(mover)
            .With(TestComposition.Rectangle("Half", 0, 0, 16, 16, "1,0,0,1", opacity: 50))
            .With(TestComposition.Rectangle("Opaque", 32, 0, 16, 16, "0,0,1,1"));
        return _bench.Clip(composition) with { Format = format };
    }

    private static void ShouldBe((byte Red, byte Green, byte Blue, byte Alpha) pixel, (int Red, int Green, int Blue, int Alpha) expected, int tolerance, string because)
    {
        int[] differences = [pixel.Red - expected.Red, pixel.Green - expected.Green, pixel.Blue - expected.Blue, pixel.Alpha - expected.Alpha];
        differences.Max(Math.Abs).Should().BeLessThanOrEqualTo(tolerance, $"{because}; it is {pixel}");
    }

    private static async Task<string> ProbeAsync(string file, params string[] arguments)
    {
        using var ffprobe = Process.Start(new ProcessStartInfo("ffprobe", ["-v", "error", .. arguments, "-of", "csv=p=0", file]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await ffprobe.StandardOutput.ReadToEndAsync();
        await ffprobe.WaitForExitAsync();
        return output.Trim();
    }
}
