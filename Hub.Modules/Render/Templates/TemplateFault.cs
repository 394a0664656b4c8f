namespace Hub.Modules.Render.Templates;

/// <summary>A package that was skipped.</summary>
/// <param name="File">File with the fault.</param>
/// <param name="Reason">What is wrong and what to do.</param>
/// <param name="Name">Name of the template, where the package could be read so far.</param>
internal sealed record TemplateFault(string File, string Reason, string? Name = null);
