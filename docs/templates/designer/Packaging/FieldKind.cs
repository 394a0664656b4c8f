namespace TemplateDesigner.Packaging;

/// <summary>What a field puts into its layer.</summary>
internal enum FieldKind
{
    Text,
    Flag,
    Image,
}
