namespace TemplateDesigner.Parts;

/// <summary>
/// The edge from behind which a plate comes and where it goes again: the edge of the picture it stands at, or its upper edge if it stands in
/// the middle. So little of the picture is touched on the way, which is what a clip costs.
/// </summary>
internal enum Entrance
{
    FromLeft,
    FromRight,
    FromAbove,
}
