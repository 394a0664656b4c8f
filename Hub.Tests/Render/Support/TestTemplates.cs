namespace Hub.Tests.Render.Support;

/// <summary>A template folder with one template, which the test card draws.</summary>
internal static class TestTemplates
{
    public const string Name = "Test Card";

    public static void Write(string folder)
    {
        var package = Directory.CreateDirectory(Path.Combine(folder, "test-card")).FullName;
        File.WriteAllText(Path.Combine(package, "composition.json"), """{ "layers": [{ "nm": "Do" }, { "nm": "Title" }, { "nm": "BG plate" }] }""");
        File.WriteAllText(Path.Combine(package, "template.json"),
            """
            {
              "name": "Test Card", "version": 1, "engine": "test-card", "composition": "composition.json",
              "width": 640, "height": 360, "framesPerSecond": 30, "frames": 10,
              "fields": [
                { "name": "do", "layers": ["Do"], "required": true, "maxWidth": 600 },
                { "name": "title", "layers": ["Title"], "maxLength": 20, "maxWidth": 600 }
              ]
            }
            """);
    }
}
