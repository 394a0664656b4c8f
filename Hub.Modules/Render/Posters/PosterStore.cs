using System.Collections.Concurrent;
using System.Text.Json;
using Hub.Contracts.Engine;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Engines;
using Hub.Modules.Render.Templates;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Posters;

/// <summary>
/// Posters in the data folder: drawn when an instruction is accepted, or when somebody asks and there is none. They may be lost at any
/// time; nothing depends on them. Whoever asks for one that is being drawn waits for it.
/// </summary>
internal sealed class PosterStore(StillRenderer stills, TemplateCatalog templates, RenderFolders folders, IOptions<PosterOptions> options)
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> _drawing = new(StringComparer.Ordinal);

    /// <returns>Path of the poster.</returns>
    /// <exception cref="PosterException">There can be none; the message says why.</exception>
    public async Task<string> GetAsync(PosterSubject subject, CancellationToken cancellationToken)
    {
        var (engine, clip) = Resolve(subject);
        if (!File.Exists(clip.OutputFile))
        {
            // The drawing goes on when the one who asked has left; others may be waiting for it.
            await _drawing.GetOrAdd(clip.OutputFile, _ => new Lazy<Task>(() => DrawAsync(engine, clip, subject))).Value.WaitAsync(cancellationToken);
        }

        return clip.OutputFile;
    }

    private (string Engine, RenderClip Clip) Resolve(PosterSubject subject)
    {
        var template = templates.Find(subject.TemplateName) ?? throw new PosterException($"There is no usable template '{subject.TemplateName}'.");
        try
        {
            var clip = template.Resolve(LayerData.Read(subject.LayerDataJson), OutputSettings.Read(subject.OutputSettingsJson), folders.Posters, folders.Pictures);
            var (width, height) = (options.Value.Width, Math.Max(16, (int)Math.Round(options.Value.Width * clip.Height / (double)clip.Width)));
            clip = clip with { Width = width, Height = height, DurationFrames = null, Format = ClipFormat.PngSequence };
            return (template.Description.Engine, clip with { OutputFile = Path.Combine(folders.Posters, PosterFile.NameOf(subject.InstructionId, template.Description.Version, clip)) });
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw new PosterException($"Instruction {subject.InstructionId} cannot be drawn: {exception.Message}.", exception);
        }
    }

    private async Task DrawAsync(string engine, RenderClip clip, PosterSubject subject)
    {
        var poster = clip.OutputFile;
        var part = $"{poster}.{Guid.NewGuid():N}.part";
        try
        {
            Directory.CreateDirectory(folders.Posters);
            await stills.DrawAsync(engine, clip with { OutputFile = part }, CancellationToken.None);
            File.Move(part, poster, overwrite: true);
            ForgetEarlier(subject.InstructionId, poster);
        }
        catch (Exception exception) when (exception is RenderEngineException or EngineEndedException or TimeoutException or IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
            throw new PosterException($"The poster of instruction {subject.InstructionId} could not be drawn: {exception.Message}", exception);
        }
        finally
        {
            _drawing.TryRemove(poster, out _);
        }
    }

    private void ForgetEarlier(int instructionId, string poster)
    {
        foreach (var earlier in Directory.EnumerateFiles(folders.Posters, $"{instructionId}-*.png").Where(file => file != poster))
        {
            File.Delete(earlier);
        }
    }
}
