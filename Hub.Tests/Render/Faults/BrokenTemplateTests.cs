using System.Text.Json.Nodes;
using FluentAssertions;
using Sketch = Hub.Tests.Render.Faults.PreflightBench.TemplateSketch;

namespace Hub.Tests.Render.Faults;

/// <summary>Everything a template package can have wrong with it: each is skipped, and the reason names the culprit.</summary>
internal sealed class BrokenTemplateTests
{
    private PreflightBench _bench = null!;

    [OneTimeSetUp]
    public void OpenBench() => _bench = new PreflightBench();

    [OneTimeTearDown]
    public void CloseBench() => _bench.Dispose();

    [Test]
    public void The_package_that_is_broken_below_is_sound()
        => _bench.FaultsOf(_bench.Sketch().Write().Folder).Should().BeEmpty();

    [TestCaseSource(nameof(Faults))]
    public void A_broken_package_is_refused_with_a_reason_that_names_the_culprit(Action<Sketch> breaking, string[] culprits)
    {
        var sketch = _bench.Sketch();
        breaking(sketch);

        var fault = _bench.FaultsOf(sketch.Folder).Should().ContainSingle().Subject;

        fault.File.Should().EndWith(Path.Combine("lower-third", "template.json"));
        fault.Reason.Should().ContainAll(culprits);
    }

    [Test]
    public void A_request_for_a_broken_template_is_told_what_is_broken()
    {
        var sketch = _bench.Sketch();
        sketch.TextOf("Name")["f"] = "Gone";

        var report = _bench.Check(sketch.Write().Folder, PreflightBench.Name, new Dictionary<string, string>());

        report.Problems.Should().ContainSingle().Which.Reason.Should().StartWith("Template 'Lower Third' cannot be used").And.Contain("No Such Sans").And.Contain("template.json");
    }

    [Test]
    public void Every_fault_of_a_package_is_named_at_once()
    {
        var sketch = _bench.Sketch();
        sketch.TextOf("Label")["f"] = "Gone";
        sketch.Field("name")["layers"] = new JsonArray("Plate");

        _bench.FaultsOf(sketch.Write().Folder).Should().ContainSingle().Which.Reason.Should().ContainAll("'No Such Sans'", "'Plate', but it is not a text layer");
    }

    private static IEnumerable<TestCaseData> Faults() =>
    [
        .. Descriptions(), .. Fields(), .. Compositions(), .. Layers(),
    ];

    private static IEnumerable<TestCaseData> Descriptions()
    {
        yield return Case("the description is no JSON", sketch => { sketch.Write(); sketch.WriteFile("template.json", "{ \"name\": "); }, "template.json cannot be read");
        yield return Case("the description is missing", sketch => { sketch.Write(); File.Delete(Path.Combine(sketch.Package, "template.json")); }, "template.json", "Could not find");
        yield return Described("the description is empty", description => description.Clear(), "name", "version");
        yield return Described("a misspelt property", description => description["lenght"] = 3, "lenght");
        yield return Described("no name", description => description["name"] = "", "name must have 1 to 100 characters");
        yield return Described("too long a name", description => description["name"] = new string('x', 101), "name must have 1 to 100 characters");
        yield return Described("no version", description => description["version"] = 0, "version must be 1 or more");
        yield return Described("an engine nobody has", description => description["engine"] = "nexrender", "no engine 'nexrender'", "lottie");
        yield return Described("no engine", description => description["engine"] = "", "engine must name");
        yield return Described("too small", description => description["width"] = 15, "width and height must be 16 to 8192");
        yield return Described("too large", description => description["height"] = 9000, "width and height must be 16 to 8192");
        yield return Described("no rate", description => description["framesPerSecond"] = 0, "framesPerSecond must be 1 to 120");
        yield return Described("no time to be drawn in", description => description["timeoutMinutes"] = 0, "timeoutMinutes must be 1 to 1440");
        yield return Described("half frames", description => description["framesPerSecond"] = 29.97, "framesPerSecond");
        yield return Described("no length", description => description["frames"] = 0, "frames must be 1 to 108000");
        yield return Described("too long", description => description["frames"] = 30_000, "30000 frames at 30 a second", "600 s");
        yield return Described("no slots", description => description["slots"]!["count"] = 0, "slots.count must be 1 to 100");
        yield return Described("a background that is not there", description => description["backgroundLayers"] = new JsonArray("Platte"), "no layer named 'Platte'");
        yield return Described("a row that is not there", description => description["slots"]!["hideWhenEmpty"] = new JsonArray("Line {slot}"), "no layer named 'Line 1'");
        yield return Described("a composition that is not there", description => description["composition"] = "other.json", "composition 'other.json' does not exist");
        yield return Described("a composition outside", description => description["composition"] = "../secret.json", "'../secret.json' lies outside its package");
    }

    private static IEnumerable<TestCaseData> Fields()
    {
        yield return Field("a field without a name", "name", field => field["name"] = "", "a field has no name");
        yield return Field("a field without layers", "name", field => field["layers"] = new JsonArray(), "field 'name' names no layers");
        yield return Field("a layer that is not there", "name", field => field["layers"] = new JsonArray("Naem"), "no layer named 'Naem'");
        yield return Field("a companion that is not there", "name", field => field["hideWhenEmpty"] = new JsonArray("Lable"), "no layer named 'Lable'");
        yield return Field("a field described twice", "photo", field => field["name"] = "name", "field 'name' is described twice");
        yield return Field("a kind nobody knows", "photo", field => field["kind"] = "video", "kind");
        yield return Field("a text without a width", "name", field => field.Remove("maxWidth"), "field 'name'", "maxWidth");
        yield return Field("a width below nothing", "name", field => field["maxWidth"] = -1, "field 'name'", "maxWidth");
        yield return Field("a width for one letter", "name", field => field["maxWidth"] = 5, "layer 'Name'", "at most 5");
        yield return Field("a scale of nothing", "name", field => field["minScale"] = 0, "field 'name'", "minScale");
        yield return Field("a scale that widens", "name", field => field["minScale"] = 1.5, "field 'name'", "minScale");
        yield return Field("a text of no length", "name", field => field["maxLength"] = 0, "field 'name'", "maxLength must be 1 to 1000");
        yield return Field("a width for a picture", "photo", field => field["maxWidth"] = 64, "field 'photo'", "maxWidth is for texts");
        yield return Field("a text for a plate", "name", field => field["layers"] = new JsonArray("Plate"), "'Plate', but it is not a text layer");
        yield return Field("a picture for a text", "photo", field => field["layers"] = new JsonArray("Name"), "'Name', but it is not an image layer");
        yield return Field("a fit nobody knows", "photo", field => field["fit"] = "stretch", "fit");
        yield return Described("a slotted field without slots", description => description.Remove("slots"), "field 'chips' is slotted, but the template has no slots");
    }

    private static IEnumerable<TestCaseData> Compositions()
    {
        yield return Raw("no JSON", "{", "composition.json", "cannot be read");
        yield return Raw("a list", "[]", "no layer named 'Name'");
        yield return Raw("deeper than sense", $"{{\"layers\":[{string.Concat(Enumerable.Repeat("[", 300))}{string.Concat(Enumerable.Repeat("]", 300))}]}}", "composition.json");
        yield return Composed("wider than memory", composition => composition["w"] = 1e30, "'w' = 1E+30");
        yield return Composed("no height", composition => composition.Remove("h"), "'h' is missing");
        yield return Composed("a width in words", composition => composition["w"] = "wide", "not a Lottie composition");
        yield return Composed("no rate", composition => composition["fr"] = 0, "'fr' = 0");
        yield return Composed("the end before the start", composition => composition["op"] = -5, "has no length");
        yield return Composed("longer than ten minutes", composition => composition["op"] = 20_000, "at most 600 s");
        yield return Composed("a name that is a number", composition => composition["layers"]!.AsArray().Add(JsonNode.Parse("""{"nm":5,"ty":4}""")), "not a Lottie composition");
        yield return Composed("fonts that are not listed", composition => composition["fonts"] = new JsonObject(), "uses the font 'Sans' in layer 'Name' but does not list it");
        yield return Case("a key twice", sketch => { sketch.Write(); sketch.WriteFile("composition.json", sketch.Composition.ToJsonString().Replace("\"fr\":30", "\"fr\":30,\"fr\":25", StringComparison.Ordinal)); }, "not valid JSON");
    }

    private static IEnumerable<TestCaseData> Layers()
    {
        yield return Drawn("a font that is not installed", sketch => sketch.TextOf("Name")["f"] = "Gone", "'No Such Sans'", "Layer 'Name'", "Fonts:Folders");
        yield return Drawn("a font that is not installed, in a fixed text", sketch => sketch.TextOf("Label")["f"] = "Gone", "'No Such Sans'", "Layer 'Label'");
        yield return Drawn("a font that is not listed", sketch => sketch.TextOf("Chips 1")["f"] = "Serif", "font 'Serif'", "layer 'Chips 1'");
        yield return Drawn("a text without a size", sketch => sketch.TextOf("Name").Remove("s"), "text of layer 'Name' has no size");
        yield return Drawn("a size in words", sketch => sketch.TextOf("Name")["s"] = "large", "not a Lottie composition");
        yield return Drawn("a text of another shape", sketch => sketch.Layer("Name")["t"] = new JsonArray(), "not a Lottie composition");
        yield return Drawn("a fixed text that no font can draw", sketch => sketch.TextOf("Label")["t"] = "CHIPS \uE123", "U+E123", "Layer 'Label'");
        yield return Drawn("a picture box without an asset", sketch => sketch.Layer("Photo")["refId"] = "elsewhere", "image layer 'Photo'", "no asset");
        yield return Drawn("a picture box without a size", sketch => sketch.Asset.Remove("w"), "image layer 'Photo'", "width and a height");
        yield return Drawn("a picture box of no size", sketch => sketch.Asset["h"] = 0, "image layer 'Photo'", "1 to 8192");
        yield return Drawn("an image that is missing", sketch => sketch.Asset["p"] = "stand-in.png", "'stand-in.png'", "does not exist");
        yield return Drawn("an image outside", sketch => (sketch.Asset["u"], sketch.Asset["p"]) = ("../", "secret.png"), "'../secret.png' outside its own folder");
        yield return Drawn("an image by absolute path", sketch => sketch.Asset["p"] = "/etc/secret.png", "'/etc/secret.png' outside its own folder");
        yield return Drawn("an expression in a place", sketch => sketch.Layer("Plate")["ks"]!["p"]!["x"] = "var $bm_rt; $bm_rt = wiggle(5, 30);", "expression", "layer 'Plate'", "ks.p");
        yield return Drawn("an expression in a text", sketch => sketch.Layer("Name")["t"]!["d"]!["x"] = "var $bm_rt; $bm_rt = time;", "expression", "layer 'Name'");
        yield return Drawn("an expression in a row", sketch => sketch.Layer("Chips 1")["ks"]!["r"]!["x"] = "var $bm_rt; $bm_rt = time * 90;", "expression", "layer 'Chips 1'", "ks.r");
    }

    private static TestCaseData Described(string what, Action<JsonObject> breaking, params string[] culprits)
        => Case(what, sketch => { breaking(sketch.Description); sketch.Write(); }, culprits);

    private static TestCaseData Field(string what, string field, Action<JsonObject> breaking, params string[] culprits)
        => Case(what, sketch => { breaking(sketch.Field(field)); sketch.Write(); }, culprits);

    private static TestCaseData Composed(string what, Action<JsonObject> breaking, params string[] culprits)
        => Case($"composition: {what}", sketch => { breaking(sketch.Composition); sketch.Write(); }, culprits);

    private static TestCaseData Raw(string what, string composition, params string[] culprits)
        => Case($"composition: {what}", sketch => { sketch.Write(); sketch.WriteFile("composition.json", composition); }, culprits);

    private static TestCaseData Drawn(string what, Action<Sketch> breaking, params string[] culprits)
        => Case(what, sketch => { breaking(sketch); sketch.Write(); }, culprits);

    private static TestCaseData Case(string what, Action<Sketch> breaking, params string[] culprits)
        => new TestCaseData(breaking, culprits).SetArgDisplayNames(what);
}
