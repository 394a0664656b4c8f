using System.Text.Json;
using Hub.Contracts.Engine;
using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Templates;
using Hub.Modules.Render.TimeLimits;

namespace Hub.Modules.Render.Working;

/// <summary>Resolves an instruction into what the engine is told. Rows of v1's clients are checked here for the first time.</summary>
internal sealed class ClipPlanner(TemplateCatalog templates, AttemptLimits limits, PublishTarget publish, RenderFolders folders)
{
    /// <exception cref="RenderEngineException">The instruction cannot be rendered, now or later.</exception>
    public ClipPlan Plan(Claim claim)
    {
        var template = templates.Find(claim.TemplateName)
            ?? throw new RenderEngineException($"Unknown template '{claim.TemplateName}': {folders.Templates} has no usable package of that name.", isFinal: true);
        try
        {
            var fields = LayerData.Read(claim.LayerDataJson);
            if (template.Check(fields, folders.Pictures) is { Count: > 0 } problems)
            {
                throw new FormatException($"template '{template.Name}' version {template.Description.Version} cannot be filled: {string.Join("; ", problems.Select(problem => problem.Reason))}");
            }

            var settings = OutputSettings.Read(claim.OutputSettingsJson);
            var extension = ClipFileType.Of(settings.Format).Extension;
            var files = new ClipFiles(folders, claim, extension, publish.For(claim.OutputPath, claim.OutputFilename, extension));
            return new ClipPlan(template.Description.Engine, template.Resolve(fields, settings, files.Part, folders.Pictures), files, limits.Of(template.Name));
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw new RenderEngineException($"Instruction {claim.InstructionId} cannot be rendered: {exception.Message}.", isFinal: true, exception);
        }
    }
}
