using Hub.Modules.Render.Templates;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.TimeLimits;

/// <summary>How long one attempt at a template may take: what its package says, else what the configuration says.</summary>
internal sealed class AttemptLimits(TemplateCatalog templates, IOptions<RenderOptions> options)
{
    public TimeSpan Of(string templateName)
        => TimeSpan.FromMinutes(templates.Find(templateName)?.Description.TimeoutMinutes ?? options.Value.TimeoutMinutes);
}
