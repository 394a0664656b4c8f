using System.Text.Json;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Preflight;

namespace Hub.Modules.Render.Operating;

/// <summary>Finds out whether an instruction, whoever wrote it, can be rendered with the templates there are now.</summary>
internal sealed class StoredPreflight(RequestPreflight preflight, PublishTarget publish)
{
    private const string NoSettings = "{}";

    /// <summary>Checks it, and on the way states version and settings where the hub could not when it was asked for.</summary>
    /// <returns>What is in the way, by field; empty when nothing is.</returns>
    public FieldErrors Check(RenderInstruction instruction)
    {
        var errors = new FieldErrors();
        try
        {
            var settings = OutputSettings.Read(instruction.OutputSettingsJson);
            var report = preflight.Check(instruction.TemplateName, LayerData.Read(instruction.LayerDataJson), settings);
            foreach (var problem in report.Problems)
                errors.Add(problem.Field is { } field ? $"fields.{field}" : report.Template is null ? "templateName" : "request", problem.Reason);
            publish.For(instruction.OutputPath, instruction.OutputFilename, ClipFileType.Of(settings.Format).Extension);
            if (errors.IsEmpty && instruction.TemplateVersion is null && instruction.RequestNo is not null)
                State(instruction, report);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            errors.Add("request", $"{exception.Message}.");
        }

        return errors;
    }

    /// <summary>It was asked for when there was no such template.</summary>
    private static void State(RenderInstruction instruction, PreflightReport report)
    {
        var clip = report.Clip!;
        instruction.TemplateVersion = report.Template!.Description.Version;
        if (instruction.OutputSettingsJson == NoSettings)
            instruction.OutputSettingsJson = OutputSettings.Write(clip.Format, clip.Width, clip.Height, clip.FramesPerSecond, clip.DurationFrames!.Value);
    }
}
