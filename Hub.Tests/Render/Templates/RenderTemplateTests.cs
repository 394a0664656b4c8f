using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Contracts.Engine;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Templates;

namespace Hub.Tests.Render.Templates;

internal sealed class RenderTemplateTests
{
    private static readonly string[] Layers = ["Row 1", "Row 2", "Name 1", "Name 2", "Flag 1", "Flag 2", "Table", "Background", "topBG", "Solid 3", "배경", "subgroup", "Plate"];

    private static readonly RenderTemplate Template = new(
        new TemplateDescription
        {
            Name = "Leaderboard",
            Version = 1,
            Engine = "lottie",
            Width = 1920,
            Height = 1080,
            FramesPerSecond = 30,
            Frames = 150,
            BackgroundLayers = ["Plate"],
            Slots = new TemplateSlots(2) { HideWhenEmpty = ["Row {slot}"] },
            Fields =
            [
                new TemplateField { Name = "name", Slotted = true, Layers = ["Name {slot}"], Required = true, MaxLength = 10, MaxWidth = 400 },
                new TemplateField { Name = "flag", Slotted = true, Layers = ["Flag {slot}"], HideWhen = ["XX"] },
                new TemplateField { Name = "table", Layers = ["Table"] },
            ],
        },
        "/templates/leaderboard/composition.json",
        Layers.ToHashSet(StringComparer.Ordinal));

    [Test]
    public void Fields_become_layers_and_what_is_empty_is_hidden()
    {
        var clip = Template.Resolve(Fields(("slot1_name", "KIM"), ("slot1_flag", "XX"), ("slot2_name", ""), ("table", "FINAL")), new OutputSettings(ClipFormat.MovAlpha), "/out.mov");

        clip.Texts.Should().BeEquivalentTo(
        [
            new LayerText("Name 1", "KIM", 400), new LayerText("Name 2", "", 400),
            new LayerText("Flag 1", ""), new LayerText("Flag 2", ""),
            new LayerText("Table", "FINAL"),
        ]);
        clip.HiddenLayers.Should().BeEquivalentTo("Row 2", "Plate", "Background", "topBG", "Solid 3", "배경");
        (clip.Width, clip.Height, clip.FramesPerSecond, clip.DurationFrames).Should().Be((1920, 1080, 30, 150));
    }

    [Test]
    public void Pictures_become_files_and_what_has_none_is_hidden_with_its_frame()
    {
        var folder = Directory.CreateTempSubdirectory("hub-flags-");
        var korea = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.FullName, "flags")).FullName, "kr.png");
        File.WriteAllText(korea, "");
        var template = new RenderTemplate(
            Template.Description with
            {
                Fields =
                [
                    new TemplateField { Name = "flag", Slotted = true, Kind = TemplateFieldKind.Flag, Layers = ["Flag {slot}"], HideWhenEmpty = ["Name {slot}"] },
                    new TemplateField { Name = "photo", Kind = TemplateFieldKind.Image, Layers = ["Table"], Fit = PictureFit.Contain },
                ],
            },
            Path.Combine(folder.FullName, "composition.json"),
            Layers.ToHashSet(StringComparer.Ordinal));

        var clip = template.Resolve(Fields(("slot1_flag", "KR"), ("slot2_flag", "XX")), new OutputSettings(ClipFormat.MovAlpha), "/out.mov");
        var problems = template.Check(Fields(("slot1_flag", "??"), ("photo", "okafor.png")));
        folder.Delete(recursive: true);

        clip.Images.Should().BeEquivalentTo([new LayerImage("Flag 1", korea), new LayerImage("Flag 2", null), new LayerImage("Table", null, PictureFit.Contain)]);
        clip.HiddenLayers.Should().Contain("Name 2").And.NotContain("Name 1");
        problems.Should().ContainSingle().Which.Reason.Should().StartWith("field 'photo' cannot be shown: the picture 'okafor.png' does not exist");
    }

    [Test]
    public void What_a_row_asks_for_wins_over_the_template()
    {
        var clip = Template.Resolve(Fields(), OutputSettings.Read("""{ "format": "mov_alpha", "width": 1280, "height": 720, "fps": 25.0, "duration_frames": 50, "quality": 90 }"""), "/out.mov");

        (clip.Width, clip.Height, clip.FramesPerSecond, clip.DurationFrames).Should().Be((1280, 720, 25, 50));
    }

    [Test]
    public void Every_problem_of_a_request_is_named()
        => Template.Check(Fields(("slot1_flag", "KR"), ("slot3_name", "LEE"), ("table", new string('x', 201)))).Select(problem => problem.Reason).Should().Equal(
            "field 'slot3_name' is unknown",
            "field 'table' has 201 characters and may have 200",
            "field 'slot1_name' is required and missing or empty");

    [TestCase(ClipFormat.MovAlpha, "mov_alpha", null)]
    [TestCase(ClipFormat.ProRes4444, "mov_alpha", "prores_4444")]
    [TestCase(ClipFormat.PngSequence, "png_sequence", null)]
    [TestCase(ClipFormat.Mp4, "mp4", null)]
    public void A_format_is_written_in_the_words_of_v1(ClipFormat format, string name, string? codec)
    {
        var written = OutputSettings.Write(format, 1920, 1080, 30, 150, quality: 80);

        OutputSettings.Read(written).Should().Be(new OutputSettings(format, 1920, 1080, 30, 150, 80));
        ((string?)JsonNode.Parse(written)!["format"], (string?)JsonNode.Parse(written)!["codec"]).Should().Be((name, codec));
    }

    [Test]
    public void Backgrounds_stay_in_a_clip_that_is_not_transparent()
        => Template.Resolve(Fields(("slot1_name", "KIM"), ("slot2_name", "LEE")), new OutputSettings(ClipFormat.Mp4), "/out.mp4").HiddenLayers.Should().BeEmpty();

    [TestCase("[]", "output_settings_json is not an object")]
    [TestCase("""{ "fps": 29.97 }""", "output_settings_json: fps is 29.97 and must be a whole number from 1 to 120")]
    [TestCase("""{ "width": "1920" }""", "output_settings_json: width is \"1920\" and must be a whole number from 16 to 8192")]
    [TestCase("""{ "format": "gif" }""", "output_settings_json: format \"gif\" is not supported; use \"mov_alpha\", \"png_sequence\", \"mp4\"")]
    [TestCase("""{ "format": "mp4", "codec": "hevc" }""", "output_settings_json: codec \"hevc\" is not supported with format \"mp4\"; leave it out, or use \"prores_4444\" with \"mov_alpha\"")]
    [TestCase("""{ "quality": 101 }""", "output_settings_json: quality is 101 and must be a whole number from 0 to 100")]
    public void Settings_that_cannot_be_met_are_told(string json, string reason)
        => FluentActions.Invoking(() => OutputSettings.Read(json)).Should().Throw<FormatException>().WithMessage(reason);

    private static Dictionary<string, string> Fields(params (string Key, string Text)[] fields)
        => fields.ToDictionary(field => field.Key, field => field.Text, StringComparer.Ordinal);
}
