using System.Diagnostics;
using FluentAssertions;
using Hub.Contracts.Engine;
using Hub.Modules.Render.Api;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Preflight;
using SkiaSharp;

namespace Hub.Tests.Render.Faults;

/// <summary>Everything a request can have wrong with it: each is refused, and the reason names the culprit and what is allowed.</summary>
internal sealed class BrokenRequestTests
{
    private PreflightBench _bench = null!;
    private RequestPreflight _preflight = null!;

    [OneTimeSetUp]
    public void OpenBench()
    {
        _bench = new PreflightBench();
        _preflight = _bench.Open(_bench.Sketch().Write().Folder).Preflight;
        WritePictures(_bench.Pictures);
    }

    [OneTimeTearDown]
    public void CloseBench() => _bench.Dispose();

    [Test]
    public void The_request_that_is_broken_below_is_sound()
        => Check([("name", "김 Александр"), ("photo", "okafor.png"), ("slot1_chips", "1,620,000")]).Problems.Should().BeEmpty();

    [TestCase("colour", "red", "field 'colour' is unknown")]
    [TestCase("slot2_chips", "5,000", "field 'slot2_chips' is unknown")]
    [TestCase("chips", "5,000", "field 'chips' is unknown")]
    [TestCase("name", "", "field 'name' is required")]
    [TestCase("name", null, "field 'name' is null")]
    [TestCase("name", "a name of more than forty characters, so it is", "field 'name' has 46 characters and may have 40")]
    [TestCase("name", "ADA\0", "field 'name' contains a NUL")]
    [TestCase("name", "WWWWWWWWWWWWWWWWWWWWWWWW", "field 'name'", "pixels wide", "at most 240", "50", "'Name'")]
    [TestCase("slot1_chips", "WWWWWWWWWWWWWWW", "field 'slot1_chips'", "at most 200", "'Chips 1'")]
    [TestCase("name", "שלום", "field 'name'", "U+05E9", "right to left")]
    [TestCase("name", "محمد", "field 'name'", "right to left")]
    [TestCase("name", "ADA \uE123", "field 'name'", "U+E123", "Fonts:Fallbacks")]
    [TestCase("name", "\U0010FFFD", "field 'name'", "U+10FFFD")]
    [TestCase("photo", "gone.png", "field 'photo'", "'gone.png' does not exist")]
    [TestCase("photo", "../okafor.png", "field 'photo'", "'../okafor.png' is no name")]
    [TestCase("photo", "/etc/okafor.png", "field 'photo'", "'/etc/okafor.png' is no name")]
    [TestCase("photo", "a/b/okafor.png", "field 'photo'", "is no name")]
    [TestCase("photo", "okafor.svg", "field 'photo'", "'okafor.svg' is no name")]
    [TestCase("photo", "page.png", "field 'photo'", "page.png", "no PNG or JPEG")]
    [TestCase("photo", "empty.png", "field 'photo'", "empty.png", "no PNG or JPEG")]
    [TestCase("photo", "wide.png", "field 'photo'", "9000 × 1", "8192")]
    [TestCase("photo", "heavy.png", "field 'photo'", "22,020,096 bytes", "20,971,520")]
    [TestCase("photo", "link.png", "field 'photo'", "'link.png' is a link")]
    public void A_broken_value_is_refused_and_its_field_named(string field, string? value, params string[] culprits)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "ADA", [field] = value! };

        var problem = _preflight.Check(PreflightBench.Name, fields, new OutputSettings(ClipFormat.MovAlpha)).Problems.Should().ContainSingle().Subject;

        problem.Field.Should().Be(field);
        problem.Reason.Should().ContainAll(culprits);
    }

    [TestCase(ClipFormat.Mp4, 641, 360, 30, 60, "641 × 360", "even")]
    [TestCase(ClipFormat.Mp4, 640, 361, 30, 60, "640 × 361", "even")]
    [TestCase(ClipFormat.MovAlpha, 15, 360, 30, 60, "width 15", "16 and 8192")]
    [TestCase(ClipFormat.MovAlpha, 640, 9000, 30, 60, "height 9000", "16 and 8192")]
    [TestCase(ClipFormat.MovAlpha, 640, 360, 121, 60, "121 frames per second", "1 and 120")]
    [TestCase(ClipFormat.MovAlpha, 640, 360, 30, 18_001, "18001 frames", "600 s")]
    [TestCase((ClipFormat)9, 640, 360, 30, 60, "format 9")]
    public void What_no_clip_can_be_is_refused(ClipFormat format, int width, int height, int rate, int frames, params string[] culprits)
        => Check([("name", "ADA")], new OutputSettings(format, width, height, rate, frames)).Problems.Should().ContainSingle().Which.Reason.Should().ContainAll(culprits);

    [Test]
    public void An_unknown_template_is_refused_with_those_there_are()
        => _preflight.Check("Lower Turd", new Dictionary<string, string>(), new OutputSettings(ClipFormat.MovAlpha)).Problems.Should().ContainSingle()
            .Which.Reason.Should().ContainAll("Unknown template 'Lower Turd'", "Lower Third");

    [Test]
    public void Every_problem_of_a_request_is_named_at_once()
    {
        var report = Check([("name", "WWWWWWWWWWWWWWWWWWWWWWWW"), ("photo", "page.png"), ("slot1_chips", "5\uE123"), ("colour", "red")], new OutputSettings(ClipFormat.Mp4, Width: 641));

        report.Problems.Select(problem => problem.Field).Should().BeEquivalentTo("colour", null, "name", "photo", "slot1_chips");
        report.Complaint.Should().StartWith("Template 'Lower Third' version 3 cannot be filled: ").And.ContainAll("colour", "641", "pixels wide", "page.png", "U+E123");
    }

    [Test]
    public void A_wrong_size_is_told_once_and_hides_no_wrong_text()
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal) { ["name"] = "WWWWWWWWWWWWWWWWWWWWWWWW" };

        var errors = _bench.ErrorsOf(_bench.Sketch().Write().Folder, new InstructionRequest { TemplateName = PreflightBench.Name, Fields = fields, Format = "mp4", Width = 8 });

        errors.Keys.Should().BeEquivalentTo("width", "fields.name");
    }

    /// <summary>Alone: it takes the time.</summary>
    [Test]
    [NonParallelizable]
    public void A_check_takes_a_few_milliseconds()
    {
        Check([("name", "ADA")]);

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
            Check([("name", $"ADA {i} 김"), ("photo", "okafor.png"), ("slot1_chips", "1,620,000")]);

        (watch.Elapsed / 20).Should().BeLessThan(TimeSpan.FromMilliseconds(50));
    }

    private PreflightReport Check((string Key, string Value)[] fields, OutputSettings? settings = null)
        => _preflight.Check(PreflightBench.Name, fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal), settings ?? new OutputSettings(ClipFormat.MovAlpha));

    private static void WritePictures(string folder)
    {
        Write("okafor.png", 40, 40);
        Write("wide.png", 9000, 1);
        File.WriteAllText(Path.Combine(folder, "page.png"), "<html>");
        File.WriteAllText(Path.Combine(folder, "empty.png"), "");
        File.CreateSymbolicLink(Path.Combine(folder, "link.png"), Path.Combine(folder, "okafor.png"));
        using var heavy = File.Create(Path.Combine(folder, "heavy.png"));
        heavy.SetLength(21 * 1024 * 1024);

        void Write(string name, int width, int height)
        {
            using var bitmap = new SKBitmap(width, height);
            using var file = File.Create(Path.Combine(folder, name));
            bitmap.Encode(file, SKEncodedImageFormat.Png, 100);
        }
    }
}
