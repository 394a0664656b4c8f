using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Adapters.Rendering.Lottie.Composition;
using Hub.Adapters.Rendering.Lottie.Frames;
using Hub.Adapters.Rendering.Lottie.Native;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Tests.Adapters.Lottie;

internal sealed class TemplatePackageTests
{
    private const int Width = 480;
    private const int Height = 270;

    private LottieWorkbench _bench = null!;

    private static IEnumerable<string> Packages
        => Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "templates")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    [OneTimeSetUp]
    public void OpenBench() => _bench = new LottieWorkbench();

    [OneTimeTearDown]
    public void CloseBench() => _bench.Dispose();

    [Test]
    public void All_four_packages_are_here() => Packages.Should().HaveCount(4);

    [TestCaseSource(nameof(Packages))]
    public async Task A_clip_is_bit_for_bit_what_drawing_and_sending_every_frame_gives(string package)
    {
        var clip = Filled(package, Width, Height);

        var rendered = await _bench.RenderAsync(clip);

        NaiveFrames.ShouldEqual(rendered, clip, _bench);
    }

    [TestCaseSource(nameof(Packages))]
    public void The_longest_names_fit_and_nothing_leaves_the_action_safe_area(string package)
    {
        var clip = Filled(package, Width, Height);
        var document = LottieDocument.Load(clip.CompositionFile);
        _bench.Filler.Fill(document, clip);
        using var animation = SkottieAnimation.Load(document.ToUtf8(), document.Folder)!;
        using var renderer = new FrameRenderer(animation, new SKSizeI(Width, Height));
        var plan = ClipPlan.Make(animation, document.Timeline.FramesOf(clip), renderer);

        var actionSafe = SKRectI.Inflate(SKRectI.Create(Width, Height), -Width / 20, -Height / 20);
        foreach (var frame in plan.Frames.Where((_, i) => plan.Changed[i]))
        {
            renderer.Draw(frame);
            var ink = renderer.Ink();
            (ink.IsEmpty || actionSafe.Contains(ink)).Should().BeTrue($"frame {frame} covers {ink} of {actionSafe}");
        }

        plan.Changed.Count(changed => changed).Should().BeLessThan(plan.Frames.Count / 2, "most of the time a graphic stands still");
    }

    [TestCaseSource(nameof(Packages))]
    public async Task A_clip_starts_and_ends_with_nothing_and_shows_everything_in_between(string package)
    {
        var rendered = await _bench.RenderAsync(Filled(package, 192, 108));

        rendered.Frames.Should().Be(150);
        rendered.Ink(0).Right.Should().Be(-1, "it comes in from nothing");
        rendered.Ink(149).Right.Should().Be(-1, "and leaves nothing behind");
        rendered.Ink(75).Right.Should().BeGreaterThan(0);
    }

    private static RenderClip Filled(string package, int width, int height, LottieWorkbench bench)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "templates", package);
        var template = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "template.json")))!;
        return bench.ClipOf(Path.Combine(folder, "composition.json"), width, height) with { Texts = [.. Texts(template)] };
    }

    /// <summary>Every field of a template with the longest text that is likely to come.</summary>
    private static IEnumerable<LayerText> Texts(JsonNode template)
    {
        var slots = (int?)template["slots"]?["count"] ?? 0;
        foreach (var field in template["fields"]!.AsArray())
        {
            var count = (bool)field!["slotted"]! ? slots : 1;
            for (var slot = 1; slot <= count; slot++)
            {
                foreach (var layer in field["layers"]!.AsArray())
                {
                    var name = ((string)layer!).Replace("{slot}", $"{slot}", StringComparison.Ordinal);
                    yield return new LayerText(name, LongestText((string)field["name"]!, slot), (double?)field["maxWidth"], (double?)field["minScale"] ?? 0.6);
                }
            }
        }
    }

    private static string LongestText(string field, int slot) => field switch
    {
        "name" or "player_name" => slot % 2 == 0 ? "김 Александр Преображенский" : "Maximilian von Hohenstein",
        "table_name" => "Feature Table",
        "event_name" => "Event #81: $10,000 No-Limit Hold'em Main Event",
        "flag" => "GB",
        "rank" => "128",
        "bbs" => "1,234.5",
        "vpip" => "100.0%",
        "prize" => "$12,100,000",
        _ => "123,456,789",
    };

    private RenderClip Filled(string package, int width, int height) => Filled(package, width, height, _bench);
}
