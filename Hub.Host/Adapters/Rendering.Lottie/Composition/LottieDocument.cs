using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>A composition read from its file and checked, ready to be filled with live text.</summary>
internal sealed class LottieDocument
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 256, AllowDuplicateProperties = false };
    private static readonly byte[] Utf8ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly JsonObject _root;

    private LottieDocument(string file, JsonObject root)
    {
        File = file;
        _root = root;
        Timeline = CompositionLimits.Check(root, file);
        Size = new SKSize((float)root["w"]!, (float)root["h"]!);
        AssetPaths.Check(root, file);
        Layers = [.. FindLayers(root)];
    }

    /// <summary>Absolute path the composition came from.</summary>
    public string File { get; }

    public string Folder => Path.GetDirectoryName(File)!;

    public Timeline Timeline { get; }

    /// <summary>Size in composition pixels.</summary>
    public SKSize Size { get; }

    /// <summary>Every layer, those of precomps included.</summary>
    public IReadOnlyList<LottieLayer> Layers { get; }

    /// <summary>Fonts that text refers to by name; created when the document has none.</summary>
    public JsonArray Fonts => List(Object(_root, "fonts"), "list");

    /// <summary>Images and precomps.</summary>
    public JsonArray Assets => List(_root, "assets");

    /// <summary>Glyph outlines that travel with the document.</summary>
    public JsonArray Glyphs => List(_root, "chars");

    public static LottieDocument Load(string file)
    {
        try
        {
            var bytes = System.IO.File.ReadAllBytes(file).AsSpan();
            if (bytes.StartsWith(Utf8ByteOrderMark)) bytes = bytes[Utf8ByteOrderMark.Length..];

            return JsonNode.Parse(bytes, documentOptions: Strict) is JsonObject root
                ? new LottieDocument(file, root)
                : throw CompositionError.In(file, "is not a Lottie composition: the top level must be an object");
        }
        catch (JsonException exception)
        {
            throw CompositionError.In(file, $"is not valid JSON: {exception.Message}", exception);
        }
        catch (Exception exception) when (CompositionError.IsBehind(exception))
        {
            throw CompositionError.In(file, exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CompositionError.In(file, "does not exist", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RenderEngineException($"Composition '{file}' cannot be read: {exception.Message}", isFinal: false, exception);
        }
    }

    /// <summary>Layers with this name.</summary>
    /// <exception cref="RenderEngineException">There is none; names those that exist.</exception>
    public IReadOnlyList<LottieLayer> Find(string name)
    {
        LottieLayer[] found = [.. Layers.Where(layer => layer.Name == name)];
        if (found.Length > 0) return found;

        var names = Layers.Select(layer => layer.Name).Where(existing => existing.Length > 0).Distinct().Order(StringComparer.Ordinal);
        throw CompositionError.In(File, $"has no layer '{name}'. It has: {string.Join(", ", names)}");
    }

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(_root);

    private static IEnumerable<LottieLayer> FindLayers(JsonObject root)
    {
        var precomps = (root["assets"] as JsonArray ?? []).OfType<JsonObject>();
        return precomps.Prepend(root)
            .SelectMany(composition => (composition["layers"] as JsonArray ?? []).OfType<JsonObject>())
            .Select(node => new LottieLayer(node));
    }

    private static JsonObject Object(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child) parent[name] = child = [];
        return child;
    }

    private static JsonArray List(JsonObject parent, string name)
    {
        if (parent[name] is not JsonArray child) parent[name] = child = [];
        return child;
    }
}
