using Hub.Contracts.Engine;
using Hub.Contracts.Render;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Preflight;
using Hub.Modules.Render.Requests;

namespace Hub.Modules.Render.Api;

/// <summary>Turns a body into a request that can be rendered, or names everything that is wrong with it.</summary>
internal sealed class InstructionReader(RequestPreflight preflight, PublishTarget publish)
{
    private const string Manual = "manual";

    private static readonly Dictionary<string, ClipFormat> Formats = new(StringComparer.Ordinal)
    {
        ["mov_alpha"] = ClipFormat.MovAlpha,
        ["prores_4444"] = ClipFormat.ProRes4444,
        ["png_sequence"] = ClipFormat.PngSequence,
        ["mp4"] = ClipFormat.Mp4,
    };

    /// <param name="body">What was sent.</param>
    /// <param name="key">Names the request: sent again with the same key it is the same.</param>
    /// <param name="errors">Collects what is wrong.</param>
    /// <returns>Null when anything is.</returns>
    public (RequestRender Request, RequestVerdict Verdict)? Read(InstructionRequest body, string key, FieldErrors errors)
    {
        var settings = ReadSettings(body, errors);
        // What is wrong with the file must not hide what is wrong with the texts: they are then checked in the clip that the template makes by itself.
        var checkedSettings = errors.IsEmpty ? settings : new OutputSettings(ClipFormat.MovAlpha);
        if (body.Priority is < 1 or > 10)
            errors.Add("priority", $"{body.Priority} is not between 1 (highest) and 10 (lowest).");
        var neededAt = errors.ReadInstant("neededAt", body.NeededAt);
        CheckFileName(body.OutputFilename, settings.Format, errors);
        if (string.IsNullOrEmpty(body.TemplateName))
        {
            errors.Add("templateName", "is missing; /api/v1/templates lists those there are.");
            return null;
        }

        var fields = (body.Fields ?? new Dictionary<string, string?>(StringComparer.Ordinal)).ToDictionary(field => field.Key, field => field.Value!, StringComparer.Ordinal);
        var report = preflight.Check(body.TemplateName, fields, checkedSettings);
        foreach (var problem in report.Problems)
            errors.Add(problem.Field is { } field ? $"fields.{field}" : report.Template is null ? "templateName" : "request", problem.Reason);
        return errors.IsEmpty ? (Request(body, fields, settings.Format, key) with { NeededAt = neededAt }, Verdict(body, report)) : null;
    }

    private static OutputSettings ReadSettings(InstructionRequest body, FieldErrors errors)
    {
        var format = ClipFormat.MovAlpha;
        if (body.Format is not null && !Formats.TryGetValue(body.Format, out format))
            errors.Add("format", $"'{body.Format}' is none of {string.Join(", ", Formats.Keys)}.");
        var settings = new OutputSettings(format, body.Width, body.Height, body.FramesPerSecond, body.DurationFrames, body.Quality);
        foreach (var (setting, reason) in settings.Problems())
            errors.Add(setting, reason);
        return settings;
    }

    private void CheckFileName(string? name, ClipFormat format, FieldErrors errors)
    {
        try
        {
            publish.For(folder: null, name, ClipFileType.Of(format).Extension);
        }
        catch (FormatException exception)
        {
            errors.Add("outputFilename", $"{exception.Message}.");
        }
    }

    private static RequestRender Request(InstructionRequest body, Dictionary<string, string> fields, ClipFormat format, string key)
    {
        var request = new RequestRender { TemplateName = body.TemplateName!, Fields = fields, TriggerType = Manual, TriggerId = $"{Manual}/{key}", Format = format };
        return body.Priority is { } priority ? request with { Priority = priority } : request;
    }

    private static RequestVerdict Verdict(InstructionRequest body, PreflightReport report)
    {
        var clip = report.Clip!;
        return new RequestVerdict(
            OutputSettings.Write(clip.Format, clip.Width, clip.Height, clip.FramesPerSecond, clip.DurationFrames!.Value, body.Quality),
            report.Template!.Description.Version, Complaint: null, string.IsNullOrWhiteSpace(body.OutputFilename) ? null : body.OutputFilename);
    }
}
