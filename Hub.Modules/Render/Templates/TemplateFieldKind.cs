namespace Hub.Modules.Render.Templates;

/// <summary>What a field puts into its layers.</summary>
internal enum TemplateFieldKind
{
    Text = 0,
}
