using System.Text.Json;

namespace Hub.Modules.Render.Templates;

/// <summary>Reads the layer names of a Lottie composition, those of its precompositions included.</summary>
internal static class CompositionLayers
{
    public static IReadOnlySet<string> ReadNames(string file)
    {
        using var stream = File.OpenRead(file);
        using var document = JsonDocument.Parse(stream);
        var names = new HashSet<string>(StringComparer.Ordinal);
        AddNames(document.RootElement, names);
        if (document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("assets", out var assets) && assets.ValueKind == JsonValueKind.Array)
        {
            foreach (var asset in assets.EnumerateArray())
            {
                AddNames(asset, names);
            }
        }

        return names;
    }

    private static void AddNames(JsonElement composition, HashSet<string> names)
    {
        if (composition.ValueKind != JsonValueKind.Object || !composition.TryGetProperty("layers", out var layers) || layers.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var layer in layers.EnumerateArray())
        {
            if (layer.ValueKind == JsonValueKind.Object && layer.TryGetProperty("nm", out var name) && name.ValueKind == JsonValueKind.String)
            {
                names.Add(name.GetString()!);
            }
        }
    }
}
