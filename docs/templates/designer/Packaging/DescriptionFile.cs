using System.Text.Json.Nodes;
using TemplateDesigner.Look;
using TemplateDesigner.Lottie;

namespace TemplateDesigner.Packaging;

/// <summary>Writes <c>template.json</c>; widths come from the layers, so that they are said once.</summary>
internal static class DescriptionFile
{
    public static JsonObject Of(Package package)
    {
        var json = new JsonObject
        {
            ["name"] = package.Name,
            ["version"] = 1,
            ["engine"] = "lottie",
            ["composition"] = PackageFiles.Composition,
            ["width"] = Grid.Width,
            ["height"] = Grid.Height,
            ["framesPerSecond"] = Pace.FramesPerSecond,
            ["frames"] = Pace.Frames,
        };
        if (package.Slots > 0)
        {
            json["slots"] = new JsonObject { ["count"] = package.Slots, ["hideWhenEmpty"] = Names(package.HideWithSlot) };
        }

        json["fields"] = new JsonArray([.. package.Fields.Select(field => (JsonNode)FieldToJson(field, package.Composition))]);
        return json;
    }

    private static JsonObject FieldToJson(Field field, Composition composition)
    {
        var json = new JsonObject
        {
            ["name"] = field.Name,
            ["slotted"] = field.IsSlotted,
            ["kind"] = field.Kind.ToString().ToLowerInvariant(),
            ["layers"] = Names([field.Layer]),
        };
        if (field.IsRequired) json["required"] = true;
        json["maxLength"] = field.MaxLength;

        var firstLayer = field.Layer.Replace("{slot}", "1", StringComparison.Ordinal);
        if (composition.AllLayers.OfType<TextLayer>().SingleOrDefault(text => text.Name == firstLayer) is { MaxWidth: { } width } layer)
        {
            json["maxWidth"] = width;
            json["minScale"] = layer.Style.MinScale;
        }

        if (field.Companions.Count > 0) json["hideWhenEmpty"] = Names(field.Companions);
        return json;
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);
}
