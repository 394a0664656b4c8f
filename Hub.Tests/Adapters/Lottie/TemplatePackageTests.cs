using FluentAssertions;
using Hub.Adapters.Rendering.Lottie.Composition;
using Hub.Adapters.Rendering.Lottie.Frames;
using Hub.Adapters.Rendering.Lottie.Native;
using Hub.Tests.Adapters.Lottie.Packages;
using SkiaSharp;

namespace Hub.Tests.Adapters.Lottie;

/// <summary>The packages that come with the hub, read by the Render module and drawn by the engine.</summary>
internal sealed class TemplatePackageTests
{
    private static readonly string[] OneOfEachKind = ["main-mini-chip-count", "elimination", "name", "chip-flow"];

    private PackageStills _stills = null!;

    [OneTimeSetUp]
    public void OpenBench() => _stills = new PackageStills();

    [OneTimeTearDown]
    public void CloseBench() => _stills.Dispose();

    [TestCaseSource(nameof(OneOfEachKind))]
    public async Task A_clip_is_bit_for_bit_what_drawing_and_sending_every_frame_gives(string package)
    {
        var clip = _stills.Clip(package, PackageCase.Longest);

        var rendered = await _stills.Bench.RenderAsync(clip);

        NaiveFrames.ShouldEqual(rendered, clip, _stills.Bench);
    }

    [Test]
    public async Task A_clip_of_another_length_starts_and_ends_with_nothing()
    {
        var rendered = await _stills.Bench.RenderAsync(_stills.Clip("name-3-lines", PackageCase.Usual, frames: 180));

        rendered.Frames.Should().Be(180);
        rendered.Ink(0).Right.Should().Be(-1, "it comes in from nothing");
        rendered.Ink(179).Right.Should().Be(-1, "and leaves nothing behind");
        rendered.Ink(90).Right.Should().BeGreaterThan(0);
    }

    [Test]
    public async Task A_clip_at_another_rate_lasts_as_long()
        => (await _stills.Bench.RenderAsync(_stills.Clip("elimination", PackageCase.Usual, width: 96, framesPerSecond: 60))).Frames.Should().Be(300);

    [TestCaseSource(typeof(ShippedPackage), nameof(ShippedPackage.Names))]
    public void From_the_first_frame_to_the_last_nothing_leaves_the_graphics_safe_area(string package)
    {
        var clip = _stills.Clip(package, PackageCase.Longest);
        var document = _stills.Document(clip);
        using var animation = SkottieAnimation.Load(document.ToUtf8(), document.Folder)!;
        using var renderer = new FrameRenderer(animation, new SKSizeI(clip.Width, clip.Height));
        var plan = ClipPlan.Make(animation, document.Timeline.FramesOf(clip), renderer);

        foreach (var frame in plan.Frames.Where((_, i) => plan.Changed[i]))
        {
            renderer.Draw(frame);
            ShouldBeSafe(renderer.Ink(), clip.Width, clip.Height, $"frame {frame}");
        }

        renderer.Ink().IsEmpty.Should().BeTrue("it leaves nothing behind");
        plan.Changed.Count(changed => changed).Should().BeLessThan(plan.Frames.Count / 2, "most of the time a graphic stands still");
    }

    [Test]
    public void Whatever_is_known_or_not_a_picture_comes_about_inside_the_graphics_safe_area(
        [ValueSource(typeof(ShippedPackage), nameof(ShippedPackage.Names))] string package, [Values] PackageCase kind)
    {
        var clip = _stills.Clip(package, kind);

        var ink = PackageStills.Ink(_stills.Document(clip), clip);

        ink.IsEmpty.Should().BeFalse();
        ShouldBeSafe(ink, clip.Width, clip.Height, $"{kind}");
    }

    [Test]
    public void Texts_and_flags_keep_to_their_boxes_and_clear_of_each_other(
        [ValueSource(typeof(ShippedPackage), nameof(ShippedPackage.Names))] string package, [Values(PackageCase.Longest, PackageCase.SixtyLetters)] PackageCase kind)
    {
        var clip = _stills.Clip(package, kind, width: 960);
        var boxes = PackageLayer.TextsOf(_stills.Document(clip), clip).ToDictionary(box => box.Layer.Name, box => box.In(new SKSizeI(clip.Width, clip.Height)));
        var inks = new Dictionary<string, SKRectI>();
        foreach (var name in _stills.Document(clip).Layers.Where(layer => (layer.IsText || layer.IsImage) && !layer.IsHidden).Select(layer => layer.Name))
        {
            var ink = PackageStills.Ink(_stills.Document(clip, layer => layer.Name == name || !(layer.IsText || layer.IsImage || IsShape(layer))), clip);
            if (ink.IsEmpty) continue;

            if (boxes.TryGetValue(name, out var box)) (ink.Left >= box.Left && ink.Right <= box.Right).Should().BeTrue($"'{name}' covers {ink} and may reach from {box.Left} to {box.Right}");
            inks.Where(other => SKRectI.Intersect(other.Value, ink) is { IsEmpty: false }).Select(other => other.Key)
                .Should().BeEmpty($"'{name}' covers {ink}");
            inks.Add(name, ink);
        }

        inks.Should().NotBeEmpty();
    }

    [TestCaseSource(typeof(ShippedPackage), nameof(ShippedPackage.NamesWithSlots))]
    public void An_empty_slot_shows_nothing(string package)
    {
        var clip = _stills.Clip(package, PackageCase.OneSlot);
        var laterSlots = Enumerable.Range(2, ShippedPackage.Read(package).Template.Description.Slots!.Count - 1).Select(slot => $"{slot}").ToHashSet();
        bool IsOfLaterSlot(string name) => name.Split(' ').Any(laterSlots.Contains);

        // Panels stay, as what holds the layers; everything of their own is hidden but that of later slots.
        var document = _stills.Document(clip, layer => IsPanel(layer) || IsOfLaterSlot(layer.Name));

        document.Layers.Any(layer => IsOfLaterSlot(layer.Name)).Should().BeTrue();
        PackageStills.Ink(document, clip).IsEmpty.Should().BeTrue();
    }

    [Test]
    public void A_figure_that_is_not_known_takes_its_plate_along()
    {
        var all = _stills.Clip("name", PackageCase.Usual);
        var nameOnly = _stills.Clip("name", PackageCase.OnlyRequired);

        var (full, bare) = (PackageStills.Ink(_stills.Document(all), all), PackageStills.Ink(_stills.Document(nameOnly), nameOnly));

        bare.Top.Should().Be(full.Top);
        bare.Bottom.Should().BeLessThan(full.Bottom - 10);
    }

    private static bool IsShape(LottieLayer layer) => (int?)layer.Node["ty"] == 4;

    private static bool IsPanel(LottieLayer layer) => (int?)layer.Node["ty"] == 0;

    /// <summary>EBU R 95: 5 % from each edge.</summary>
    private static void ShouldBeSafe(SKRectI ink, int width, int height, string what)
    {
        var safe = SKRectI.Inflate(SKRectI.Create(width, height), -width / 20, -height / 20);
        (ink.IsEmpty || safe.Contains(ink)).Should().BeTrue($"{what} covers {ink} of {safe}");
    }
}
