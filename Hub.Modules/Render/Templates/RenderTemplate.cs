using Hub.Contracts.Engine;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Preflight;

namespace Hub.Modules.Render.Templates;

/// <summary>A template ready for use: its description checked against its composition.</summary>
internal sealed class RenderTemplate
{
    private readonly Dictionary<string, FieldLayers> _fields;
    private readonly IReadOnlyList<string> _backgrounds;

    /// <param name="description">What the package says.</param>
    /// <param name="compositionFile">Absolute path of the composition.</param>
    /// <param name="layers">Names of the composition's layers.</param>
    public RenderTemplate(TemplateDescription description, string compositionFile, IReadOnlySet<string> layers)
    {
        Description = description;
        CompositionFile = compositionFile;
        _fields = FieldLayers.Of(description).ToDictionary(field => field.Key, StringComparer.Ordinal);
        var filled = _fields.Values.SelectMany(field => field.Layers).ToHashSet(StringComparer.Ordinal);
        _backgrounds = [.. description.BackgroundLayers.Union(layers.Where(BackgroundLayers.IsBackground)).Where(layer => !filled.Contains(layer))];
    }

    public TemplateDescription Description { get; }

    public string Name => Description.Name;

    public string CompositionFile { get; }

    public IReadOnlyCollection<string> FieldKeys => _fields.Keys;

    /// <summary>Keys of the fields that fill a layer.</summary>
    public IEnumerable<string> FieldsOf(string layer) => _fields.Values.Where(field => field.Layers.Contains(layer)).Select(field => field.Key);

    /// <summary>A clip that touches everything the template can: each text filled, nothing hidden. For checking, not for showing.</summary>
    public RenderClip Probe()
    {
        var letters = _fields.Values.ToDictionary(field => field.Key, field => field.Field.Kind == TemplateFieldKind.Text ? "A" : "", StringComparer.Ordinal);
        return Resolve(letters, new OutputSettings(ClipFormat.MovAlpha), CompositionFile) with { HiddenLayers = [] };
    }

    /// <summary>Folder whose pictures come with the template.</summary>
    private string CompositionFolder => Path.GetDirectoryName(CompositionFile)!;

    /// <summary>What keeps <paramref name="fields"/> from being rendered, in words for the operator; empty when nothing does.</summary>
    public IReadOnlyList<RequestProblem> Check(IReadOnlyDictionary<string, string> fields, PictureFolders? pictures = null)
        =>
        [
            .. fields.SelectMany(given => CheckValue(given, pictures ?? PictureFolders.None)),
            .. _fields.Values.Where(field => IsMissing(field, fields)).Select(field => new RequestProblem(field.Key, $"field '{field.Key}' is required and missing or empty")),
        ];

    /// <summary>Turns fields into layers.</summary>
    /// <exception cref="FormatException">A field names a picture that cannot be shown.</exception>
    public RenderClip Resolve(IReadOnlyDictionary<string, string> fields, OutputSettings settings, string outputFile, PictureFolders? pictures = null)
    {
        string Value(FieldLayers field) => fields.GetValueOrDefault(field.Key, "");

        var texts = from field in _fields.Values.Where(field => field.Field.Kind == TemplateFieldKind.Text)
                    from layer in field.Layers
                    select new LayerText(layer, field.Shown(Value(field)), field.Field.MaxWidth, field.Field.MinScale);
        var files = _fields.Values.Where(field => field.Field.Kind != TemplateFieldKind.Text)
            .ToDictionary(field => field.Key, field => (pictures ?? PictureFolders.None).Find(CompositionFolder, field.Field.Kind, field.Shown(Value(field))), StringComparer.Ordinal);
        var images = from field in _fields.Values.Where(field => files.ContainsKey(field.Key))
                     from layer in field.Layers
                     select new LayerImage(layer, files[field.Key], field.Field.Fit);
        var emptySlots = _fields.Values.Where(field => field.Slot is not null).GroupBy(field => field.Slot!.Value)
            .Where(slot => slot.All(field => Value(field).Length == 0))
            .SelectMany(slot => FieldLayers.InSlot(Description.Slots!.HideWhenEmpty, slot.Key));
        var companions = _fields.Values
            .Where(field => files.TryGetValue(field.Key, out var file) ? file is null : field.Shown(Value(field)).Length == 0)
            .SelectMany(field => field.Companions);
        var hidden = emptySlots.Union(companions);
        var framesPerSecond = settings.FramesPerSecond ?? Description.FramesPerSecond;
        return new RenderClip
        {
            CompositionFile = CompositionFile,
            Texts = [.. texts],
            Images = [.. images],
            HiddenLayers = [.. settings.Format == ClipFormat.Mp4 ? hidden : hidden.Union(_backgrounds)],
            Format = settings.Format,
            Quality = settings.Quality ?? RenderClip.UsualQuality,
            Width = settings.Width ?? Description.Width,
            Height = settings.Height ?? Description.Height,
            FramesPerSecond = framesPerSecond,
            // At another rate the clip lasts as long as the template, in more or fewer frames.
            DurationFrames = settings.DurationFrames ?? Math.Max(1, (int)Math.Round(Description.Frames * framesPerSecond / (double)Description.FramesPerSecond)),
            OutputFile = outputFile,
        };
    }

    private IEnumerable<RequestProblem> CheckValue(KeyValuePair<string, string> given, PictureFolders pictures)
    {
        var problem = (_fields.GetValueOrDefault(given.Key), given.Value) switch
        {
            (null, _) => "is unknown",
            (_, null) => "is null; an unknown value is ''",
            (var field, var value) when value.Length > field.Field.MaxLength => $"has {value.Length} characters and may have {field.Field.MaxLength}",
            (_, var value) when value.Contains('\0', StringComparison.Ordinal) => "contains a NUL character",
            (var field, var value) => PictureProblem(field, value, pictures),
        };
        return problem is null ? [] : [new RequestProblem(given.Key, $"field '{given.Key}' {problem}")];
    }

    private string? PictureProblem(FieldLayers field, string value, PictureFolders pictures)
    {
        try
        {
            pictures.Find(CompositionFolder, field.Field.Kind, field.Shown(value));
            return null;
        }
        catch (FormatException exception)
        {
            return $"cannot be shown: {exception.Message}";
        }
    }

    private static bool IsMissing(FieldLayers field, IReadOnlyDictionary<string, string> fields)
        => field.Field.Required && field.Slot is null or 1 && fields.GetValueOrDefault(field.Key, "") is "";
}
