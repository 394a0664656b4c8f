using System.Text.Json.Serialization;

namespace Hub.Modules.Render.Templates;

/// <summary>What a package's <c>template.json</c> says. See docs/templates.md.</summary>
internal sealed record TemplateDescription
{
    /// <summary>Composition name, as requests and v1's template_name use it.</summary>
    public required string Name { get; init; }

    public required int Version { get; init; }

    /// <summary>Engine that draws it, e.g. <c>lottie</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>Composition file, relative to the package.</summary>
    public string Composition { get; init; } = "composition.json";

    /// <summary>Pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels.</summary>
    public required int Height { get; init; }

    public required int FramesPerSecond { get; init; }

    /// <summary>Length in frames.</summary>
    public required int Frames { get; init; }

    /// <summary>Minutes one attempt may take, where that is not the time of all others.</summary>
    public int? TimeoutMinutes { get; init; }

    /// <summary>Layers hidden in a transparent clip, besides those whose name says background.</summary>
    public IReadOnlyList<string> BackgroundLayers { get; init; } = [];

    public TemplateSlots? Slots { get; init; }

    public IReadOnlyList<TemplateField> Fields { get; init; } = [];
}

/// <summary>Numbered repetitions of the slotted fields.</summary>
/// <param name="Count">How many; slots are numbered from 1.</param>
internal sealed record TemplateSlots([property: JsonRequired] int Count)
{
    /// <summary>Layers hidden where every field of the slot is empty; <c>{slot}</c> stands for the number.</summary>
    public IReadOnlyList<string> HideWhenEmpty { get; init; } = [];
}
