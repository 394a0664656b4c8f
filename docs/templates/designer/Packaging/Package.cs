using TemplateDesigner.Lottie;

namespace TemplateDesigner.Packaging;

/// <summary>A template package: a composition, its fields, and values to show it with.</summary>
/// <param name="Folder">Folder below the template folder.</param>
/// <param name="Name">What instructions call it.</param>
/// <param name="Layers">Its layers; later ones lie over earlier ones.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record Package(string Folder, string Name, IReadOnlyList<Layer> Layers, IReadOnlyList<Field> Fields)
{
    /// <summary>How often the slotted fields repeat; 0 without slots.</summary>
    public int Slots { get; init; }

    /// <summary>Layers hidden where a slot is empty; <c>{slot}</c> stands for the number.</summary>
    public IReadOnlyList<string> HideWithSlot { get; init; } = [];

    /// <summary>Values of the preview that differ from the usual ones for their field.</summary>
    public IReadOnlyDictionary<string, string> Preview { get; init; } = new Dictionary<string, string>();

    public Composition Composition { get; } = new(Name, Layers);

    public IEnumerable<string> Keys => Fields.SelectMany(described => described.Keys(Slots));
}
