using Hub.Modules.Kernel.SelfChecks;
using Hub.Modules.Render.Templates;

namespace Hub.Modules.Render.SelfChecks;

/// <summary>The template packages can be used.</summary>
internal sealed class TemplateCheck(TemplateCatalog templates, RenderFolders folders) : ISelfCheck
{
    public string Name => "templates";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var faults = templates.Faults.Select(fault => Finding.Problem($"{fault.File}: {fault.Reason}", "Correct the package; until then its captions are refused."));
        var found = templates.All.Count > 0
            ? Finding.Ok($"{templates.All.Count} templates in {folders.Templates}")
            : Finding.Problem($"No usable template in {folders.Templates}", "Put template packages there, or correct Render:TemplateFolder.");
        return Task.FromResult<IReadOnlyList<Finding>>([found, .. faults]);
    }
}
