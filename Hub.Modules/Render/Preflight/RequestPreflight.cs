using Hub.Contracts.Engine;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Templates;

namespace Hub.Modules.Render.Preflight;

/// <summary>Finds out before anything is queued whether a request can be rendered, and names all that is in the way.</summary>
internal sealed class RequestPreflight(TemplateCatalog templates, ClipInspectors inspectors, RenderFolders folders)
{
    /// <param name="templateName">Composition that is asked for.</param>
    /// <param name="fields">Its texts and pictures.</param>
    /// <param name="settings">Format, size, rate and length; what is left open is the template's.</param>
    public PreflightReport Check(string templateName, IReadOnlyDictionary<string, string> fields, OutputSettings settings)
    {
        if (templates.Find(templateName) is not { } template)
        {
            return new PreflightReport(Template: null, Clip: null, [new RequestProblem(null, UnknownTemplate(templateName))]);
        }

        var problems = template.Check(fields, folders.Pictures);
        // What is known to be wrong is told once; the engine looks at the rest.
        var wrong = problems.Select(problem => problem.Field).ToHashSet(StringComparer.Ordinal);
        var sound = fields.Where(field => !wrong.Contains(field.Key)).ToDictionary(StringComparer.Ordinal);
        var clip = template.Resolve(sound, settings, Path.Combine(folders.Clips, "preflight"), folders.Pictures);
        var found = inspectors.Inspect(template.Description.Engine, clip).Select(problem => Of(template, sound, problem));
        return new PreflightReport(template, clip, [.. problems, .. found]);
    }

    private string UnknownTemplate(string name)
    {
        if (templates.FaultOf(name) is { } fault)
        {
            return $"Template '{name}' cannot be used: {fault.Reason} ({fault.File}).";
        }

        var known = templates.All.Select(template => template.Name).Order(StringComparer.Ordinal);
        return $"Unknown template '{name}': {folders.Templates} has no package of that name. It has: {string.Join(", ", known)}.";
    }

    /// <summary>A problem of a layer is one of the field that fills it.</summary>
    private static RequestProblem Of(RenderTemplate template, Dictionary<string, string> fields, ClipProblem problem)
        => problem.Layer is { } layer && template.FieldsOf(layer).FirstOrDefault(key => fields.GetValueOrDefault(key, "").Length > 0) is { } field
            ? new RequestProblem(field, $"field '{field}': {problem.Reason}")
            : new RequestProblem(null, problem.Reason);
}
