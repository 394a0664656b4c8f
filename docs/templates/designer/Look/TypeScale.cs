namespace TemplateDesigner.Look;

/// <summary>
/// The sizes of text. What changes from clip to clip has capitals of at least 2.2 % of the picture's height (34 px), labels 1.7 % (26 px): 11 and 9 px
/// on a phone that shows 640 × 360.
/// </summary>
internal static class TypeScale
{
    /// <summary>The one thing a full frame says.</summary>
    public static readonly TextStyle Hero = new(Typeface.Names, 132, Palette.White, Tracking: 10);

    /// <summary>The figure a graphic is about.</summary>
    public static readonly TextStyle Display = new(Typeface.Figures, 72, Palette.White);

    /// <summary>Title of a table.</summary>
    public static readonly TextStyle Title = new(Typeface.Names, 60, Palette.White, Tracking: 20, MinScale: 0.5);

    /// <summary>Name in a lower third.</summary>
    public static readonly TextStyle Name = new(Typeface.Names, 56, Palette.White, MinScale: 0.45);

    /// <summary>Name or figure in a table that has the picture to itself.</summary>
    public static readonly TextStyle TableName = new(Typeface.Names, 46, Palette.White, MinScale: 0.45);
    public static readonly TextStyle TableFigure = new(Typeface.Figures, 44, Palette.White);

    /// <summary>Title of a small table, and of a card.</summary>
    public static readonly TextStyle Subtitle = new(Typeface.Names, 40, Palette.White, Tracking: 30, MinScale: 0.5);

    /// <summary>Name in a small table. Condensed further than others: one long name must not keep nine players off the air.</summary>
    public static readonly TextStyle RowName = new(Typeface.Names, 35, Palette.White, MinScale: 0.35);
    public static readonly TextStyle Figure = new(Typeface.Figures, 34, Palette.White);
    public static readonly TextStyle QuietFigure = new(Typeface.Labels, 34, Palette.Silver);

    /// <summary>A line in words below a name.</summary>
    public static readonly TextStyle Line = new(Typeface.Names, 36, Palette.Gold, Tracking: 20, MinScale: 0.5);

    /// <summary>Says what a figure is.</summary>
    public static readonly TextStyle Label = new(Typeface.Labels, 26, Palette.Silver, Tracking: 40);
}
