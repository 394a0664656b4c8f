using Hub.Modules.Render.Templates;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Tests.Subtitle.Captions;

/// <summary>The template packages that ship with the hub, those for which the hub writes captions by name.</summary>
internal static class ShippedTemplates
{
    private static readonly Dictionary<string, RenderTemplate> ByName = Directory
        .EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "templates"))
        .Select(TemplatePackageReader.Read)
        .ToDictionary(template => template.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => Compositions.Templates;

    public static RenderTemplate Find(string name) => ByName[name];
}
