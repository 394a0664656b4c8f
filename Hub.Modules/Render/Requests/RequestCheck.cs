using Hub.Contracts.Render;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Templates;

namespace Hub.Modules.Render.Requests;

/// <summary>Checks a request against its template before it is queued.</summary>
internal sealed class RequestCheck(TemplateCatalog templates, RenderFolders folders)
{
    public RequestVerdict Check(RequestRender request)
    {
        if (templates.Find(request.TemplateName) is not { } template)
        {
            return new RequestVerdict("{}", null, $"Unknown template '{request.TemplateName}': {folders.Templates} has no usable package of that name.");
        }

        var problems = template.Check(request.Fields, folders.Pictures);
        var description = template.Description;
        return new RequestVerdict(
            OutputSettings.Write(request.Format, description.Width, description.Height, description.FramesPerSecond, description.Frames),
            description.Version,
            problems.Count == 0 ? null : $"Template '{template.Name}' version {description.Version} cannot be filled: {string.Join("; ", problems)}.");
    }
}
