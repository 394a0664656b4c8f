using Hub.Contracts.Engine;
using Hub.Modules.Render.Templates;

namespace Hub.Modules.Render.Preflight;

/// <summary>What was found out about a request.</summary>
/// <param name="Template">Its template, or null when there is none.</param>
/// <param name="Clip">What the engine would be told; null without a template.</param>
/// <param name="Problems">All that is in the way; empty when it can be rendered.</param>
internal sealed record PreflightReport(RenderTemplate? Template, RenderClip? Clip, IReadOnlyList<RequestProblem> Problems)
{
    /// <summary>All problems in one sentence, or null when there are none.</summary>
    public string? Complaint => (Problems, Template) switch
    {
        ({ Count: 0 }, _) => null,
        (_, null) => Problems[0].Reason,
        (_, { } template) => $"Template '{template.Name}' version {template.Description.Version} cannot be filled: {string.Join("; ", Problems.Select(problem => problem.Reason))}.",
    };
}
