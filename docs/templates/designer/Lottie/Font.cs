namespace TemplateDesigner.Lottie;

/// <summary>A font that text refers to by name.</summary>
internal sealed record Font(string Name, string Family, string Style);
