using System.Text.Json.Nodes;
using FluentAssertions;

namespace Hub.Tests.Adapters.Lottie;

internal sealed class TemplateErrorTests
{
    private LottieWorkbench _bench = null!;

    [OneTimeSetUp]
    public void OpenBench() => _bench = new LottieWorkbench();

    [OneTimeTearDown]
    public void CloseBench() => _bench.Dispose();

    private static TestComposition Lines(string font = "Sans")
        => new TestComposition(400, 60, frames: 2)
            .With(TestComposition.Text("Name 1", 10, 45, font: font))
            .With(TestComposition.Rectangle("Plate", 0, 0, 10, 10));

    [Test]
    public async Task A_missing_layer_is_named_with_those_there_are()
    {
        var error = await _bench.FailAsync(_bench.Clip(Lines()) with { Texts = [new("Name 9", "Ada")] });

        error.IsFinal.Should().BeTrue();
        error.Message.Should().Contain("no layer 'Name 9'").And.Contain("Name 1, Plate");
    }

    [Test]
    public async Task A_missing_layer_to_hide_is_an_error_too()
        => (await _bench.FailAsync(_bench.Clip(Lines()) with { HiddenLayers = ["Row 9"] })).Message.Should().Contain("no layer 'Row 9'");

    [Test]
    public async Task Text_for_a_plate_is_refused()
        => (await _bench.FailAsync(_bench.Clip(Lines()) with { Texts = [new("Plate", "Ada")] })).Message.Should().Contain("'Plate', but it is not a text layer");

    [Test]
    public async Task A_family_that_is_not_installed_is_named_with_the_folders_searched()
    {
        var error = await _bench.FailAsync(_bench.Clip(Lines(font: "Gone")) with { Texts = [new("Name 1", "Ada")] });

        error.IsFinal.Should().BeTrue();
        error.Message.Should().Contain("'No Such Sans'").And.Contain("'Name 1'").And.Contain("Fonts:Folders").And.Contain("/usr/share/fonts");
    }

    [Test]
    public async Task A_character_that_no_font_has_is_named_instead_of_a_box_going_on_air()
    {
        using var latinOnly = new LottieWorkbench(("Fonts:Fallbacks:0", "Roboto Condensed"));
        var error = await latinOnly.FailAsync(latinOnly.Clip(Lines()) with { Texts = [new("Name 1", "Ada 박")] });

        error.IsFinal.Should().BeTrue();
        error.Message.Should().Contain("'박' (U+BC15)").And.Contain("'Name 1'").And.Contain("Fonts:Fallbacks");
    }

    [Test]
    public async Task Right_to_left_script_is_refused_instead_of_being_set_backwards()
        => (await _bench.FailAsync(_bench.Clip(Lines()) with { Texts = [new("Name 1", "שלום")] })).Message.Should().Contain("right to left");

    [Test]
    public async Task Text_that_cannot_be_condensed_enough_is_named_with_the_width_it_needs()
    {
        var error = await _bench.FailAsync(_bench.Clip(Lines()) with { Texts = [new("Name 1", "HHHHHHHHHH", MaxWidth: 100, MinScale: 0.6)] });

        error.IsFinal.Should().BeTrue();
        error.Message.Should().Contain("HHHHHHHHHH").And.Contain("'Name 1'").And.Contain("283 pixels wide").And.Contain("at most 100");
    }

    [TestCase("", "not valid JSON")]
    [TestCase("{", "not valid JSON")]
    [TestCase("[]", "the top level must be an object")]
    [TestCase("null", "the top level must be an object")]
    [TestCase("{}", "'w' is missing")]
    [TestCase("{\"w\":1,\"w\":2}", "not valid JSON")]
    public async Task What_is_no_composition_is_refused(string json, string why)
        => await RefusesAsync(json, why);

    [TestCase("w", "1e30", "'w' = 1E+30")]
    [TestCase("h", "0", "'h' = 0")]
    [TestCase("w", "\"wide\"", "not a Lottie composition")]
    [TestCase("fr", "0", "'fr' = 0")]
    [TestCase("fr", "1000", "1 to 120 is allowed")]
    [TestCase("op", "0", "has no length")]
    [TestCase("op", "100000", "at most 600 s")]
    [TestCase("layers", "[]", "has no layers")]
    [TestCase("layers", "{}", "has no layers")]
    public async Task Absurd_figures_are_refused_before_anything_is_drawn(string property, string value, string why)
    {
        var json = Lines().Json;
        json[property] = JsonNode.Parse(value);
        await RefusesAsync(json.ToJsonString(), why);
    }

    [TestCase("../secret", "logo.png", "outside its own folder")]
    [TestCase("", "/etc/logo.png", "outside its own folder")]
    [TestCase("images/", "logo.png", "does not exist")]
    public async Task An_image_outside_the_template_or_missing_is_refused(string folder, string file, string why)
        => await RefusesAsync(new TestComposition(32, 32, frames: 1).WithImage(folder, file).Json.ToJsonString(), why);

    [Test]
    public async Task A_byte_order_mark_does_no_harm()
        => (await _bench.RenderAsync(_bench.Clip('\uFEFF' + Lines().Json.ToJsonString(), 400, 60))).Frames.Should().Be(2);

    [Test]
    public async Task A_composition_that_does_not_exist_is_named()
    {
        var error = await _bench.FailAsync(_bench.ClipOf("/nowhere/composition.json", 64, 64));

        error.IsFinal.Should().BeTrue();
        error.Message.Should().Contain("/nowhere/composition.json").And.Contain("does not exist");
    }

    private async Task RefusesAsync(string json, string why)
    {
        var clip = _bench.Clip(json, 64, 64);
        var error = await _bench.FailAsync(clip);

        error.IsFinal.Should().BeTrue();
        error.Message.Should().Contain(why).And.Contain(clip.CompositionFile);
        File.Exists(clip.OutputFile).Should().BeFalse("nothing is left behind");
    }
}
