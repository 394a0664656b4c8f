using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Modules.Render.Templates;

/// <summary>Reads one template package and checks that its description and its composition fit together.</summary>
internal static class TemplatePackageReader
{
    public const string DescriptionFile = "template.json";

    private const int LongestText = 1000;
    private const int ShortText = 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <exception cref="TemplateException">The package cannot be used.</exception>
    public static RenderTemplate Read(string folder)
    {
        var description = ReadDescription(Path.Combine(folder, DescriptionFile));
        Check(description);
        var composition = FindComposition(folder, description.Composition);
        var layers = ReadLayers(composition);
        CheckLayers(description, layers);
        return new RenderTemplate(description, composition, layers);
    }

    private static TemplateDescription ReadDescription(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize<TemplateDescription>(stream, Json) ?? throw new TemplateException($"{DescriptionFile} is empty");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new TemplateException($"{DescriptionFile} cannot be read: {exception.Message}", exception);
        }
    }

    private static void Check(TemplateDescription description)
    {
        Require(description.Name.Length is > 0 and <= 100, "name must have 1 to 100 characters");
        Require(description.Engine.Length > 0, "engine must name the engine that draws it, e.g. lottie");
        Require(description.Version >= 1, "version must be 1 or more");
        Require(description.Width is >= 16 and <= 8192 && description.Height is >= 16 and <= 8192, "width and height must be 16 to 8192 pixels");
        Require(description.FramesPerSecond is >= 1 and <= 120, "framesPerSecond must be 1 to 120");
        Require(description.Frames is >= 1 and <= 108_000, "frames must be 1 to 108000");
        Require(description.TimeoutMinutes is null or (>= RenderOptions.ShortestTimeout and <= RenderOptions.LongestTimeout), $"timeoutMinutes must be {RenderOptions.ShortestTimeout} to {RenderOptions.LongestTimeout}");
        Require(description.Slots is null or { Count: >= 1 and <= 100 }, "slots.count must be 1 to 100");
        foreach (var field in description.Fields)
        {
            Require(field.Name.Length > 0, "a field has no name");
            Require(field.Layers.Count > 0, $"field '{field.Name}' names no layers");
            Require(field.MaxLength is >= 1 and <= LongestText, $"field '{field.Name}': maxLength must be 1 to {LongestText}");
            Require(
                field.MaxWidth is null ? field.Kind != TemplateFieldKind.Text || field.MaxLength <= ShortText : field.MaxWidth > 0,
                $"field '{field.Name}': maxWidth must be given and above 0, or a long text would run out of its plate; only texts of up to {ShortText} characters may do without");
            Require(field.MinScale is > 0 and <= 1, $"field '{field.Name}': minScale must be above 0 and at most 1");
            Require(
                field.Kind == TemplateFieldKind.Text || field.MaxWidth is null,
                $"field '{field.Name}': maxWidth is for texts; a picture has the size of its layer's asset");
            Require(!field.Slotted || description.Slots is not null, $"field '{field.Name}' is slotted, but the template has no slots");
        }

        var twice = FieldLayers.Of(description).CountBy(field => field.Key).FirstOrDefault(count => count.Value > 1);
        Require(twice.Key is null, $"field '{twice.Key}' is described twice");
    }

    private static string FindComposition(string folder, string composition)
    {
        var package = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(composition, package);
        Require(file.StartsWith(package, StringComparison.Ordinal), $"composition '{composition}' lies outside its package");
        Require(File.Exists(file), $"composition '{composition}' does not exist");
        return file;
    }

    private static IReadOnlySet<string> ReadLayers(string composition)
    {
        try
        {
            return CompositionLayers.ReadNames(composition);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new TemplateException($"composition '{Path.GetFileName(composition)}' cannot be read: {exception.Message}", exception);
        }
    }

    private static void CheckLayers(TemplateDescription description, IReadOnlySet<string> layers)
    {
        var hideable = Enumerable.Range(1, description.Slots?.Count ?? 0).SelectMany(slot => FieldLayers.InSlot(description.Slots!.HideWhenEmpty, slot));
        var named = FieldLayers.Of(description).SelectMany(field => field.Layers.Concat(field.Companions)).Concat(description.BackgroundLayers).Concat(hideable);
        var missing = named.Distinct(StringComparer.Ordinal).Where(layer => !layers.Contains(layer)).ToList();
        Require(missing.Count == 0, $"the composition has no layer named {string.Join(", ", missing.Take(5).Select(layer => $"'{layer}'"))}; names must match exactly");
    }

    private static void Require(bool holds, string complaint)
    {
        if (!holds)
        {
            throw new TemplateException(complaint);
        }
    }
}
