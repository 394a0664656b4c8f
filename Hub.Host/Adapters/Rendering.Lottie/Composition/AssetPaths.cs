using System.Text.Json.Nodes;

namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>Images of a composition: they exist and lie below the composition's folder. Skia would follow <c>../</c> and leave out what is missing.</summary>
internal static class AssetPaths
{
    public static void Check(JsonObject root, string file)
    {
        foreach (var asset in (root["assets"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var name = (string?)asset["p"];
            if (string.IsNullOrEmpty(name) || name.StartsWith("data:", StringComparison.Ordinal)) continue;

            var relative = (string?)asset["u"] + name;
            var folder = Path.GetDirectoryName(file) + Path.DirectorySeparatorChar;
            var path = Path.GetFullPath(relative, folder);
            if (Path.IsPathRooted(relative) || !path.StartsWith(folder, StringComparison.Ordinal))
            {
                throw CompositionError.In(file, $"uses the image '{relative}' outside its own folder; put it into the template folder");
            }

            if (!File.Exists(path)) throw CompositionError.In(file, $"uses the image '{relative}', which does not exist in its folder");
        }
    }
}
