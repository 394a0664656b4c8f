using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Modules.Render.Templates;

/// <summary>
/// The values that a package shows itself with: <c>preview.json</c> beside its description, and <c>preview-longest.json</c> with the longest
/// that are likely to come; both <c>{"fields":{"name":"text"}}</c>. Fields that they do not name are empty.
/// </summary>
internal static class ExampleFields
{
    public const string Usual = "preview.json";
    public const string Longest = "preview-longest.json";

    /// <exception cref="TemplateException">The usual ones are missing, or a file cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Of(RenderTemplate template) => Read(Path.Combine(FolderOf(template), Usual));

    /// <returns>Names of the example files that the package has.</returns>
    public static IReadOnlyList<string> FilesOf(RenderTemplate template)
        => [.. new[] { Usual, Longest }.Select(name => Path.Combine(FolderOf(template), name)).Where(File.Exists)];

    /// <exception cref="TemplateException">The file is missing or cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize<Contents>(stream, JsonSerializerOptions.Strict)?.Fields ?? throw new TemplateException($"{Path.GetFileName(file)} has no \"fields\"");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new TemplateException($"{Path.GetFileName(file)} cannot be read: {exception.Message}", exception);
        }
    }

    private static string FolderOf(RenderTemplate template) => Path.GetDirectoryName(template.CompositionFile)!;

    private sealed record Contents([property: JsonPropertyName("fields")] IReadOnlyDictionary<string, string> Fields);
}
