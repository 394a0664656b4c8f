namespace Hub.Modules.Render.Templates;

/// <summary>What a field puts into its layers.</summary>
internal enum TemplateFieldKind
{
    Text = 0,

    /// <summary>The picture in the file that the value names.</summary>
    Image = 1,

    /// <summary>The flag of the country whose ISO 3166 code of two letters the value is; nothing for a code without a flag.</summary>
    Flag = 2,
}
