using System.Text.Json.Nodes;

namespace Hub.Tests.Adapters.Lottie;

/// <summary>Frames and pixels that the engine leaves out must be those that would have shown nothing new.</summary>
internal sealed class LeftOutFramesTests
{
    private LottieWorkbench _bench = null!;

    [OneTimeSetUp]
    public void OpenBench() => _bench = new LottieWorkbench();

    [OneTimeTearDown]
    public void CloseBench() => _bench.Dispose();

    [Test]
    public async Task What_never_moves_is_not_left_out()
        => await IsDrawnAsIfNothingWereLeftOutAsync(new TestComposition(120, 80, frames: 20)
            .With(Moving(TestComposition.Rectangle("Runner", 60, 50, 10, 10)))
            .With(TestComposition.Rectangle("Standing", 5, 5, 20, 20))
            .With(TestComposition.Text("Title", 30, 40, size: 20)));

    [Test]
    public async Task What_comes_late_or_leaves_early_is_drawn_in_time()
    {
        var late = TestComposition.Rectangle("Late", 90, 60, 20, 10);
        late["ip"] = 7;
        var early = TestComposition.Rectangle("Early", 5, 60, 20, 10);
        early["op"] = 9;
        await IsDrawnAsIfNothingWereLeftOutAsync(new TestComposition(120, 80, frames: 20).With(late).With(early));
    }

    [TestCase("""{"ty":29,"en":1,"ef":[{"ty":0,"v":{"a":0,"k":18}},{"ty":7,"v":{"a":0,"k":1}},{"ty":7,"v":{"a":0,"k":0}}]}""", TestName = "A_blur_is_drawn_to_its_last_pixel")]
    [TestCase("""{"ty":25,"en":1,"ef":[{"ty":2,"v":{"a":0,"k":[1,0,0,1]}},{"ty":0,"v":{"a":0,"k":200}},{"ty":0,"v":{"a":0,"k":135}},{"ty":0,"v":{"a":0,"k":14}},{"ty":0,"v":{"a":0,"k":12}}]}""", TestName = "A_shadow_is_drawn_to_its_last_pixel")]
    public async Task An_effect_is_drawn_to_its_last_pixel(string effect)
    {
        var layer = Moving(TestComposition.Rectangle("Plate", 40, 30, 30, 16));
        layer["ef"] = new JsonArray(JsonNode.Parse(effect));
        await IsDrawnAsIfNothingWereLeftOutAsync(new TestComposition(160, 110, frames: 20).With(layer));
    }

    [Test]
    public async Task A_turned_half_transparent_precomp_over_a_pointed_stroke_is_drawn_to_its_last_pixel()
    {
        var panel = Moving(TestComposition.Rectangle("Inner", 60, 30, 30, 30, "1,0.5,0,1"));
        var pointed = TestComposition.Rectangle("Pointed", 20, 40, 40, 6);
        pointed["shapes"]![0]!["it"]![1] = JsonNode.Parse("""{"ty":"st","c":{"a":0,"k":[0,1,0,1]},"o":{"a":0,"k":100},"w":{"a":0,"k":9},"lc":1,"lj":1,"ml":20}""");
        pointed["ks"]!["r"] = JsonNode.Parse("""{"a":1,"k":[{"t":4,"s":[0],"o":{"x":[0.5],"y":[0]},"i":{"x":[0.5],"y":[1]}},{"t":14,"s":[33]}]}""");
        var composition = new TestComposition(160, 110, frames: 20).WithPrecomp("Panel", panel).With(pointed);
        composition.Layer("Panel")["ks"]!["o"] = JsonNode.Parse("""{"a":0,"k":55}""");
        composition.Layer("Panel")["ks"]!["r"] = JsonNode.Parse("""{"a":0,"k":12}""");
        await IsDrawnAsIfNothingWereLeftOutAsync(composition);
    }

    private static JsonObject Moving(JsonObject layer)
    {
        layer["ks"]!["p"] = JsonNode.Parse(
            """{"a":1,"k":[{"t":5,"s":[0,0,0],"o":{"x":[0.3],"y":[0]},"i":{"x":[0.6],"y":[1]}},{"t":12,"s":[33.3,11.7,0]}]}""");
        return layer;
    }

    private async Task IsDrawnAsIfNothingWereLeftOutAsync(TestComposition composition)
    {
        // Another size than the composition's: bounds must be scaled and moved with the picture.
        var clip = _bench.Clip(composition) with { Width = composition.Width + 37, Height = composition.Height + 5 };

        NaiveFrames.ShouldEqual(await _bench.RenderAsync(clip), clip, _bench);
    }
}
