using System.Text.Json.Nodes;

namespace Hub.Tests.Adapters.Lottie;

/// <summary>Small compositions, written as their JSON.</summary>
internal sealed class TestComposition(int width, int height, int frames)
{
    private readonly JsonArray _layers = [];
    private readonly JsonArray _assets = [];

    public int Width => width;

    public int Height => height;

    public JsonObject Json => new()
    {
        ["v"] = "5.9.0",
        ["fr"] = 30,
        ["ip"] = 0,
        ["op"] = frames,
        ["w"] = width,
        ["h"] = height,
        ["assets"] = _assets.DeepClone(),
        ["fonts"] = JsonNode.Parse("""{"list":[{"fName":"Sans","fFamily":"Roboto","fStyle":"Bold","ascent":75},{"fName":"Gone","fFamily":"No Such Sans","fStyle":"Bold","ascent":75}]}"""),
        ["layers"] = _layers.DeepClone(),
    };

    /// <summary>Adds a layer under the ones before.</summary>
    public TestComposition With(JsonObject layer)
    {
        _layers.Add(layer);
        return this;
    }

    /// <summary>A layer that was added, to change it.</summary>
    public JsonObject Layer(string name) => _layers.OfType<JsonObject>().Single(layer => (string?)layer["nm"] == name);

    /// <summary>Adds a precomp of one layer, shown by a layer of its own.</summary>
    public TestComposition WithPrecomp(string name, JsonObject layer)
    {
        _assets.Add(new JsonObject { ["id"] = name, ["layers"] = new JsonArray(layer) });
        return With(NewLayer(name, 0, $"\"refId\":\"{name}\",\"w\":{width},\"h\":{height}"));
    }

    /// <summary>Adds an image shown by a layer of its own.</summary>
    public TestComposition WithImage(string folder, string file)
    {
        _assets.Add(new JsonObject { ["id"] = file, ["u"] = folder, ["p"] = file, ["w"] = 16, ["h"] = 16, ["e"] = 0 });
        return With(NewLayer(file, 2, $"\"refId\":\"{file}\""));
    }

    /// <summary>Adds an image layer whose stand-in is one transparent pixel, as a template has it for a live picture.</summary>
    public TestComposition WithPictureBox(string layer, int width, int height)
    {
        const string Pixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=";
        _assets.Add(new JsonObject { ["id"] = $"{layer} box", ["u"] = "", ["p"] = Pixel, ["w"] = width, ["h"] = height, ["e"] = 1 });
        return With(NewLayer(layer, 2, $"\"refId\":\"{layer} box\""));
    }

    /// <summary>A plain rectangle. Colour as Lottie writes it: <c>1,0,0,1</c> is red.</summary>
    public static JsonObject Rectangle(string name, int left, int top, int width, int height, string colour = "1,1,1,1", int opacity = 100)
        => NewLayer(name, 4, $$$"""
            "shapes":[{"ty":"gr","it":[
              {"ty":"rc","p":{"a":0,"k":[{{{left + (width / 2.0)}}},{{{top + (height / 2.0)}}}]},"s":{"a":0,"k":[{{{width}}},{{{height}}}]},"r":{"a":0,"k":0}},
              {"ty":"fl","c":{"a":0,"k":[{{{colour}}}]},"o":{"a":0,"k":{{{opacity}}}}},
              {"ty":"tr","p":{"a":0,"k":[0,0]},"a":{"a":0,"k":[0,0]},"s":{"a":0,"k":[100,100]},"r":{"a":0,"k":0},"o":{"a":0,"k":100}}]}]
            """);

    /// <summary>A line of white text standing on (x, y). Align as Lottie counts: 0 left, 1 right, 2 centre.</summary>
    public static JsonObject Text(string name, int x, int y, double size = 40, int align = 0, string font = "Sans", string text = "Sample", int tracking = 0)
    {
        var layer = NewLayer(name, 5, $$$"""
            "t":{"d":{"k":[{"t":0,"s":{"t":"{{{text}}}","f":"{{{font}}}","s":{{{size}}},"fc":[1,1,1],"j":{{{align}}},"tr":{{{tracking}}},"lh":{{{size * 1.2}}}}}]},
            "p":{},"m":{"g":1,"a":{"a":0,"k":[0,0]}},"a":[]}
            """);
        layer["ks"]!["p"] = JsonNode.Parse($$$"""{"a":0,"k":[{{{x}}},{{{y}}},0]}""");
        return layer;
    }

    private static JsonObject NewLayer(string name, int type, string rest)
        => (JsonObject)JsonNode.Parse($$$"""
            {"nm":"{{{name}}}","ty":{{{type}}},"ip":0,"op":100000,"st":0,
             "ks":{"o":{"a":0,"k":100},"p":{"a":0,"k":[0,0,0]},"a":{"a":0,"k":[0,0,0]},"s":{"a":0,"k":[100,100,100]},"r":{"a":0,"k":0}},
             {{{rest}}}}
            """)!;
}
