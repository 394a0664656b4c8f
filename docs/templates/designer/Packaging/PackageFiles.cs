using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TemplateDesigner.Samples;

namespace TemplateDesigner.Packaging;

/// <summary>The files of a package, by name.</summary>
internal static class PackageFiles
{
    public const string Composition = "composition.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyDictionary<string, string> Of(Package package) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Composition] = package.Composition.ToJson(),
        ["template.json"] = DescriptionFile.Of(package).ToJsonString(Readable) + "\n",
        ["preview.json"] = Preview(package, UsualSample.Of),
        ["preview-longest.json"] = Preview(package, LongestSample.Of),
    };

    private static string Preview(Package package, Func<Package, string, string> value)
    {
        var fields = new JsonObject(package.Keys.Select(key => KeyValuePair.Create(key, (JsonNode?)value(package, key))));
        return new JsonObject { ["fields"] = fields }.ToJsonString(Readable) + "\n";
    }
}
