using Hub.Modules.Render.Templates;

namespace Hub.Modules.Render.Api;

/// <summary>The templates of the template folder.</summary>
internal sealed record TemplateList(IReadOnlyList<TemplateView> Templates, IReadOnlyList<TemplateFault> Faults);

/// <summary>A template that can be rendered.</summary>
/// <param name="Name">Composition name.</param>
/// <param name="Version">Version of the package.</param>
/// <param name="Engine">Engine that draws it.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="FramesPerSecond">Frames a second.</param>
/// <param name="Frames">Length in frames.</param>
/// <param name="Slots">Numbered slots; 0 for none.</param>
/// <param name="Fields">What a request may fill.</param>
internal sealed record TemplateView(
    string Name, int Version, string Engine, int Width, int Height, int FramesPerSecond, int Frames, int Slots, IReadOnlyList<TemplateFieldView> Fields)
{
    public static TemplateView Of(TemplateDescription description) => new(
        description.Name, description.Version, description.Engine, description.Width, description.Height, description.FramesPerSecond, description.Frames,
        description.Slots?.Count ?? 0,
        [.. description.Fields.Select(field => new TemplateFieldView(field.Slotted ? $"slotN_{field.Name}" : field.Name, field.Required, field.MaxLength))]);
}

/// <summary>A field.</summary>
/// <param name="Key">Key in a request; N stands for the number of a slot.</param>
/// <param name="Required">Must not be empty (in slot 1).</param>
/// <param name="MaxLength">Longest text in characters.</param>
internal sealed record TemplateFieldView(string Key, bool Required, int MaxLength);
