using Hub.Modules.Render.Templates;

namespace Hub.Tests.Subtitle.Captions;

/// <summary>The template packages that ship with the hub.</summary>
internal static class ShippedTemplates
{
    private static readonly Dictionary<string, RenderTemplate> ByName = Directory
        .EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "templates"))
        .Select(TemplatePackageReader.Read)
        .ToDictionary(template => template.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static RenderTemplate Find(string name) => ByName[name];
}
