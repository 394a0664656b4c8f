using FluentAssertions;
using Hub.Adapters.Rendering.Lottie.Composition;
using Hub.Adapters.Rendering.Lottie.Frames;
using Hub.Adapters.Rendering.Lottie.Native;
using Hub.Contracts.Engine;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Templates;
using SkiaSharp;

namespace Hub.Tests.Adapters.Lottie;

/// <summary>The packages that come with the hub, read by the Render module and drawn by the engine.</summary>
internal sealed class TemplatePackageTests
{
    private const int Width = 480;
    private const int Height = 270;

    private LottieWorkbench _bench = null!;
    private int _clips;

    private static IEnumerable<string> Packages
        => Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "templates")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    [OneTimeSetUp]
    public void OpenBench() => _bench = new LottieWorkbench();

    [OneTimeTearDown]
    public void CloseBench() => _bench.Dispose();

    [Test]
    public void All_four_packages_are_here_and_usable()
        => Packages.Select(package => Read(package).Name).Should().Equal("Elimination", "_Feature Table Leaderboard", "_MAIN Mini Chip Count", "NAME");

    [TestCaseSource(nameof(Packages))]
    public async Task A_clip_is_bit_for_bit_what_drawing_and_sending_every_frame_gives(string package)
    {
        var clip = Full(package);

        var rendered = await _bench.RenderAsync(clip);

        NaiveFrames.ShouldEqual(rendered, clip, _bench);
    }

    [TestCaseSource(nameof(Packages))]
    public void The_longest_names_fit_and_nothing_leaves_the_action_safe_area(string package)
    {
        var clip = Full(package);
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
    public async Task A_clip_starts_and_ends_with_nothing_whatever_its_length(string package)
    {
        var clip = Full(package, frames: 180);
        var rendered = await _bench.RenderAsync(clip);

        rendered.Frames.Should().Be(180);
        rendered.Ink(0).Right.Should().Be(-1, "it comes in from nothing");
        rendered.Ink(179).Right.Should().Be(-1, "and leaves nothing behind");
        rendered.Ink(90).Right.Should().BeGreaterThan(0);
    }

    [Test]
    public async Task A_clip_at_another_rate_lasts_as_long()
    {
        var template = Read("elimination");
        var settings = new OutputSettings(ClipFormat.MovAlpha, Width: 96, Height: 54, FramesPerSecond: 60);
        var clip = template.Resolve(template.FieldKeys.ToDictionary(key => key, Longest), settings, _bench.PathOf("elimination-60.mov.part"));

        (await _bench.RenderAsync(clip)).Frames.Should().Be(300);
    }

    [Test]
    public async Task Two_players_take_two_rows()
    {
        var all = await RenderAsync("main-mini-chip-count", Longest);
        var two = await RenderAsync("main-mini-chip-count", key => key.StartsWith("slot1_", StringComparison.Ordinal) || key.StartsWith("slot2_", StringComparison.Ordinal) ? Longest(key) : "");

        two.Ink(75).Top.Should().Be(all.Ink(75).Top);
        (two.Ink(75).Bottom - two.Ink(75).Top).Should().BeLessThan((all.Ink(75).Bottom - all.Ink(75).Top) / 2);
    }

    [Test]
    public async Task A_figure_that_is_not_known_takes_its_plate_along()
    {
        var all = await RenderAsync("name", Longest);
        var nameOnly = await RenderAsync("name", key => key is "player_name" ? "Ada" : "");

        nameOnly.Ink(75).Bottom.Should().BeLessThan(all.Ink(75).Bottom - 10);
        nameOnly.Ink(75).Top.Should().Be(all.Ink(75).Top);
    }

    private static RenderTemplate Read(string package) => TemplatePackageReader.Read(Path.Combine(AppContext.BaseDirectory, "templates", package));

    /// <summary>The longest text that is likely to come for a field.</summary>
    private static string Longest(string key) => key.Split('_', 2) is [['s', 'l', 'o', 't', .. var slot], var field]
        ? Longest(field, slot is [.., '2' or '4' or '6' or '8'])
        : Longest(key, isForeign: true);

    private static string Longest(string field, bool isForeign) => field switch
    {
        "name" or "player_name" => isForeign ? "김 Александр Преображенский" : "Maximilian von Hohenstein",
        "table_name" => "Feature Table",
        "event_name" => "Event #81: $10,000 No-Limit Hold'em Main Event",
        "flag" => "GB",
        "rank" => "128",
        "bbs" => "1,234.5",
        "vpip" => "100.0%",
        "prize" => "$12,100,000",
        _ => "123,456,789",
    };

    private RenderClip Full(string package, int? frames = null) => Fill(package, Longest, frames);

    private Task<DecodedClip> RenderAsync(string package, Func<string, string> value) => _bench.RenderAsync(Fill(package, value));

    private RenderClip Fill(string package, Func<string, string> value, int? frames = null)
    {
        var template = Read(package);
        var settings = new OutputSettings(ClipFormat.MovAlpha, Width, Height, DurationFrames: frames);
        return template.Resolve(template.FieldKeys.ToDictionary(key => key, value), settings, _bench.PathOf($"{package}-{++_clips}.mov.part"));
    }
}
