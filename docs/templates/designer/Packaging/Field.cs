namespace TemplateDesigner.Packaging;

/// <summary>A field of a template. How wide its text may get is what its layer says.</summary>
/// <param name="Name">Key in requests, without the slot.</param>
/// <param name="Layer">Layer it fills; <c>{slot}</c> stands for the number.</param>
/// <param name="MaxLength">Longest value in characters.</param>
/// <param name="Kind">What the value is.</param>
internal sealed record Field(string Name, string Layer, int MaxLength, FieldKind Kind = FieldKind.Text)
{
    private const int LongestName = 60;
    private const int LongestAmount = 16;
    private const int LongestFlag = 3;

    public bool IsSlotted => Layer.Contains("{slot}", StringComparison.Ordinal);

    public bool IsRequired { get; init; }

    /// <summary>Layers that go where the field shows nothing.</summary>
    public IReadOnlyList<string> Companions { get; init; } = [];

    /// <summary>Keys in requests, slot by slot.</summary>
    public IEnumerable<string> Keys(int slots) => IsSlotted ? Enumerable.Range(1, slots).Select(slot => $"slot{slot}_{Name}") : [Name];

    /// <summary>A name, title or message.</summary>
    public static Field OfWords(string name, string layer) => new(name, layer, LongestName);

    /// <summary>Chips or money.</summary>
    public static Field OfAmount(string name, string layer) => new(name, layer, LongestAmount);

    /// <summary>A short text: a rank, a percentage.</summary>
    public static Field OfShort(string name, string layer, int maxLength) => new(name, layer, maxLength);

    public static Field OfFlag(string layer) => new("flag", layer, LongestFlag, FieldKind.Flag);

    public Field Required() => this with { IsRequired = true };

    /// <summary>Takes further layers out of the picture where it shows nothing.</summary>
    public Field Taking(params string[] layers) => this with { Companions = layers };
}
