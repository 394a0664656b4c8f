using System.Globalization;
using Hub.Contracts.Engine;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Engines;
using Hub.Modules.Render.Posters;
using Hub.Modules.Render.Preflight;
using Hub.Modules.Render.Templates;

namespace Hub.Modules.Render.TryTemplates;

/// <summary>Looks at template packages with the eyes of the hub, for those who make them; needs no database.</summary>
internal sealed class TemplateTrial(TemplateCatalog templates, RequestPreflight preflight, StillRenderer stills, RenderFolders folders, TextWriter output)
{
    /// <summary>Checks every package: that it can be used, that its examples pass the pre-flight, and that an engine draws them.</summary>
    /// <returns>How many packages have a fault.</returns>
    public async Task<int> CheckAsync(CancellationToken cancellationToken)
    {
        var faults = templates.Faults.Count;
        foreach (var fault in templates.Faults)
            await output.WriteLineAsync($"FAULT  {fault.File}: {fault.Reason}");

        var picture = Path.Combine(Path.GetTempPath(), $"hub-template-{Guid.NewGuid():N}.png");
        try
        {
            foreach (var template in InOrder())
            {
                var complaints = await ComplaintsAsync(template, picture, cancellationToken);
                faults += complaints.Count == 0 ? 0 : 1;
                foreach (var complaint in complaints)
                    await output.WriteLineAsync($"FAULT  {template.Name}: {complaint}");
                if (complaints.Count == 0)
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"ok     {template.Name}: version {template.Description.Version}, {template.FieldKeys.Count} fields"));
            }
        }
        finally
        {
            File.Delete(picture);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{templates.All.Count} usable packages in {folders.Templates}, {faults} with faults"));
        return faults;
    }

    /// <summary>Draws the still of each package into a folder, with its examples or with other values.</summary>
    /// <param name="only">This template only; null: all.</param>
    /// <param name="fieldsFile">File with other values; null: each package's own.</param>
    /// <param name="target">Folder to draw into.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many could not be drawn.</returns>
    public async Task<int> PreviewAsync(string? only, string? fieldsFile, string target, int width, CancellationToken cancellationToken)
    {
        var wanted = InOrder().Where(template => only is null || template.Name == only).ToList();
        if (wanted.Count == 0)
        {
            await output.WriteLineAsync(only is null ? $"No usable template in {folders.Templates}" : $"No usable template '{only}' in {folders.Templates}; there are: {string.Join(", ", InOrder().Select(template => template.Name))}");
            return 1;
        }

        Directory.CreateDirectory(target);
        var failed = 0;
        foreach (var template in wanted)
        {
            var picture = Path.Combine(target, $"{Path.GetFileName(Path.GetDirectoryName(template.CompositionFile))}.png");
            var complaint = await DrawAsync(template, fieldsFile ?? Path.Combine(Path.GetDirectoryName(template.CompositionFile)!, ExampleFields.Usual), picture, width, cancellationToken);
            failed += complaint is null ? 0 : 1;
            await output.WriteLineAsync(complaint is null ? $"{template.Name} → {picture}" : $"FAULT  {template.Name}: {complaint}");
        }

        return failed;
    }

    private IEnumerable<RenderTemplate> InOrder() => templates.All.OrderBy(template => template.Name, StringComparer.Ordinal);

    private async Task<IReadOnlyList<string>> ComplaintsAsync(RenderTemplate template, string picture, CancellationToken cancellationToken)
    {
        var files = ExampleFields.FilesOf(template);
        if (files.Count == 0)
            return [$"it has no {ExampleFields.Usual} to show it with"];

        List<string> complaints = [];
        foreach (var file in files)
        {
            if (await DrawAsync(template, file, picture, template.Description.Width / 2, cancellationToken) is { } complaint)
                complaints.Add($"{Path.GetFileName(file)}: {complaint}");
        }

        return complaints;
    }

    /// <returns>Why there is no picture, or null.</returns>
    private async Task<string?> DrawAsync(RenderTemplate template, string fieldsFile, string picture, int width, CancellationToken cancellationToken)
    {
        try
        {
            var report = preflight.Check(template.Name, ExampleFields.Read(fieldsFile), new OutputSettings(ClipFormat.MovAlpha));
            if (report.Clip is not { } clip || report.Problems.Count > 0)
                return string.Join("; ", report.Problems.Select(problem => problem.Reason));

            var height = Math.Max(16, (int)Math.Round(width * clip.Height / (double)clip.Width));
            await stills.DrawAsync(template.Description.Engine, clip with { Width = width, Height = height, DurationFrames = null, OutputFile = picture }, cancellationToken);
            return null;
        }
        catch (Exception exception) when (exception is TemplateException or RenderEngineException or EngineEndedException or TimeoutException)
        {
            return exception.Message;
        }
    }
}
