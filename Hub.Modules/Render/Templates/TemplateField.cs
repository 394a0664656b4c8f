using Hub.Contracts.Engine;

namespace Hub.Modules.Render.Templates;

/// <summary>A field of a request and the layers it fills.</summary>
internal sealed record TemplateField
{
    /// <summary>Key in the request; a slotted field's key is <c>slot1_name</c>, <c>slot2_name</c> …</summary>
    public required string Name { get; init; }

    public bool Slotted { get; init; }

    public TemplateFieldKind Kind { get; init; } = TemplateFieldKind.Text;

    /// <summary>Layers that show it; <c>{slot}</c> stands for the number.</summary>
    public required IReadOnlyList<string> Layers { get; init; }

    /// <summary>The request must carry a text that is not empty (in slot 1, if slotted).</summary>
    public bool Required { get; init; }

    /// <summary>Longest text in characters.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>Widest text in composition pixels; wider text is condensed.</summary>
    public double? MaxWidth { get; init; }

    /// <summary>How far text may be condensed: 0 to 1.</summary>
    public double MinScale { get; init; } = 0.6;

    /// <summary>How a picture meets its layer's box.</summary>
    public PictureFit Fit { get; init; } = PictureFit.Cover;

    /// <summary>Values that hide the field's layers, besides the empty one.</summary>
    public IReadOnlyList<string> HideWhen { get; init; } = [];

    /// <summary>Further layers that go with it where it is empty or hidden; <c>{slot}</c> stands for the number.</summary>
    public IReadOnlyList<string> HideWhenEmpty { get; init; } = [];
}
