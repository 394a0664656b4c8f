namespace Hub.Modules.Render.Templates;

/// <summary>A field of one slot (or of the whole composition), with its layers' names resolved.</summary>
/// <param name="Key">Key in the request.</param>
/// <param name="Slot">Slot number, or null for a plain field.</param>
/// <param name="Field">Its description.</param>
/// <param name="Layers">Layers that show it.</param>
/// <param name="Companions">Layers hidden with it where it shows nothing.</param>
internal sealed record FieldLayers(string Key, int? Slot, TemplateField Field, IReadOnlyList<string> Layers, IReadOnlyList<string> Companions)
{
    private const string SlotPlaceholder = "{slot}";

    public static IEnumerable<FieldLayers> Of(TemplateDescription description)
        => description.Fields.SelectMany(field => field.Slotted
            ? Enumerable.Range(1, description.Slots?.Count ?? 0).Select(slot => new FieldLayers($"slot{slot}_{field.Name}", slot, field, InSlot(field.Layers, slot), InSlot(field.HideWhenEmpty, slot)))
            : [new FieldLayers(field.Name, null, field, field.Layers, field.HideWhenEmpty)]);

    /// <summary>The text as shown; empty where <paramref name="value"/> is one of those that hide the field.</summary>
    public string Shown(string value) => Field.HideWhen.Contains(value) ? "" : value;

    public static IReadOnlyList<string> InSlot(IEnumerable<string> layers, int slot)
        => [.. layers.Select(layer => layer.Replace(SlotPlaceholder, $"{slot}", StringComparison.Ordinal))];
}
