using System.Text.Json.Nodes;
using Hub.Adapters.Rendering.Lottie;
using Hub.Contracts.Engine;
using Hub.Modules.Kernel;
using Hub.Modules.Render;
using Hub.Modules.Render.Api;
using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Preflight;
using Hub.Modules.Render.Templates;
using Hub.Tests.Adapters.Lottie;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Hub.Tests.Render.Faults;

/// <summary>Template folders to be broken, and the check that must find what is broken in them.</summary>
internal sealed class PreflightBench : IDisposable
{
    public const string Name = "Lower Third";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-preflight-");
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddLottieEngine(new ConfigurationBuilder().Build()).BuildServiceProvider();
    private int _folders;

    public string Pictures => Directory.CreateDirectory(Path.Combine(_folder.FullName, "pictures")).FullName;

    /// <summary>A new template folder with one sound package, of which a test breaks what it likes.</summary>
    public TemplateSketch Sketch() => new(Directory.CreateDirectory(Path.Combine(_folder.FullName, $"templates-{++_folders}")).FullName);

    public PreflightReport Check(string templates, string name, IReadOnlyDictionary<string, string> fields, OutputSettings? settings = null)
        => Open(templates).Preflight.Check(name, fields, settings ?? new OutputSettings(ClipFormat.MovAlpha));

    /// <summary>What is wrong with the body of a request to the API, by its field.</summary>
    public IReadOnlyDictionary<string, string[]> ErrorsOf(string templates, InstructionRequest body)
    {
        var errors = new FieldErrors();
        new InstructionReader(Open(templates).Preflight, new PublishTarget(Folders(templates))).Read(body, "key", errors);
        return errors.All;
    }

    public IReadOnlyList<TemplateFault> FaultsOf(string templates) => Open(templates).Catalog.Faults;

    /// <summary>The templates of a folder and the check in front of them.</summary>
    public (TemplateCatalog Catalog, RequestPreflight Preflight) Open(string templates)
    {
        var folders = Folders(templates);
        var inspectors = new ClipInspectors(_services.GetServices<IClipInspector>(), Options.Create(new RenderOptions()));
        var catalog = new TemplateCatalog(folders, inspectors, TimeProvider.System, NullLogger<TemplateCatalog>.Instance);
        return (catalog, new RequestPreflight(catalog, inspectors, folders));
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Delete(recursive: true);
    }

    private RenderFolders Folders(string templates)
        => new(Options.Create(new RenderOptions { TemplateFolder = templates, PictureFolder = Pictures }), new ConfigurationBuilder().Build());

    /// <summary>A package of a name, a photo and a row, before it is written.</summary>
    internal sealed class TemplateSketch(string folder)
    {
        public string Folder => folder;

        public string Package { get; } = Directory.CreateDirectory(Path.Combine(folder, "lower-third")).FullName;

        public JsonObject Composition { get; } = new TestComposition(640, 360, frames: 60)
            .With(TestComposition.Text("Name", 40, 300))
            .With(TestComposition.Text("Label", 40, 340, size: 20, text: "CHIPS"))
            .With(TestComposition.Rectangle("Plate", 0, 260, 400, 100))
            .WithPictureBox("Photo", 64, 64)
            .WithPrecomp("Row 1", TestComposition.Text("Chips 1", 300, 300)).Json;

        public JsonObject Description { get; } = (JsonObject)JsonNode.Parse(
            """
            {
              "name": "Lower Third", "version": 3, "engine": "lottie", "composition": "composition.json",
              "width": 640, "height": 360, "framesPerSecond": 30, "frames": 60, "backgroundLayers": ["Plate"],
              "slots": { "count": 1, "hideWhenEmpty": ["Row {slot}"] },
              "fields": [
                { "name": "name", "layers": ["Name"], "required": true, "maxLength": 40, "maxWidth": 240, "minScale": 0.5, "hideWhenEmpty": ["Label"] },
                { "name": "photo", "kind": "image", "layers": ["Photo"] },
                { "name": "chips", "slotted": true, "layers": ["Chips {slot}"], "maxLength": 15, "maxWidth": 200 }
              ]
            }
            """)!;

        /// <summary>A layer, those of precomps included.</summary>
        public JsonObject Layer(string name)
            => Composition["assets"]!.AsArray().OfType<JsonObject>().Prepend(Composition)
                .SelectMany(part => (part["layers"] as JsonArray ?? []).OfType<JsonObject>()).Single(layer => (string?)layer["nm"] == name);

        public JsonObject Field(string name) => Description["fields"]!.AsArray().OfType<JsonObject>().Single(field => (string?)field["name"] == name);

        public JsonObject TextOf(string layer) => (JsonObject)Layer(layer)["t"]!["d"]!["k"]![0]!["s"]!;

        public JsonObject Asset => Composition["assets"]!.AsArray().OfType<JsonObject>().Single(asset => (string?)asset["id"] == "Photo box");

        public TemplateSketch Write()
        {
            WriteFile("composition.json", Composition.ToJsonString());
            WriteFile("template.json", Description.ToJsonString());
            return this;
        }

        public void WriteFile(string name, string content)
        {
            var file = Path.Combine(Package, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
        }
    }
}
