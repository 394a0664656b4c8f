using System.Text.Json;

namespace Hub.Modules.Render.Templates;

/// <summary>
/// The texts that a package shows itself with: <c>preview.json</c> beside its description, <c>{"fields":{"name":"text"}}</c>. Fields
/// that it does not name are empty.
/// </summary>
internal static class ExampleFields
{
    public const string File = "preview.json";

    /// <exception cref="TemplateException">The file is missing or cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> Of(RenderTemplate template)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(Path.Combine(Path.GetDirectoryName(template.CompositionFile)!, File));
            return JsonSerializer.Deserialize<Contents>(stream, JsonSerializerOptions.Web)?.Fields ?? throw new TemplateException($"{File} has no \"fields\"");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new TemplateException($"{File} cannot be read: {exception.Message}", exception);
        }
    }

    private sealed record Contents(IReadOnlyDictionary<string, string> Fields);
}
