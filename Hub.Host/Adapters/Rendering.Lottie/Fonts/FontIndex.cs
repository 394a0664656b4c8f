using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>
/// Which fonts the machine has. libSkiaSharp without dependencies knows none, and its font manager falls back silently, so the
/// hub keeps its own list: read once, at the first text, from the files themselves.
/// </summary>
internal sealed partial class FontIndex(IOptions<FontOptions> options, ILogger<FontIndex> logger)
{
    private static readonly EnumerationOptions WholeTree = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };
    private static readonly string[] Extensions = [".ttf", ".otf", ".ttc"];

    private readonly Lazy<ILookup<string, FontFile>> _families = new(() => Read(options.Value, logger));

    /// <summary>Folders that are searched.</summary>
    public IReadOnlyList<string> Folders { get; } = FoldersOf(options.Value);

    /// <summary>The file whose style comes closest, or null when the family is not installed.</summary>
    public FontFile? Find(string family, FontStyle style)
        => _families.Value[family].MinBy(file => style.DistanceTo(file.Style));

    private static IReadOnlyList<string> FoldersOf(FontOptions options)
        => options.Folders.Count > 0 ? [.. options.Folders] : [.. SystemFonts.Folders()];

    private static ILookup<string, FontFile> Read(FontOptions options, ILogger logger)
    {
        var watch = Stopwatch.StartNew();
        // Sorted: two machines with the same fonts must draw the same picture.
        FontFile[] fonts =
        [
            .. FoldersOf(options).Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", WholeTree))
                .Where(path => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .SelectMany(FontsIn),
        ];
        FontsFound(logger, fonts.Length, watch.ElapsedMilliseconds);
        return fonts.ToLookup(font => font.Family, StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<FontFile> FontsIn(string path)
    {
        for (var index = 0; TryOpen(path, index, out var typeface); index++)
        {
            using (typeface) yield return new FontFile(path, index, typeface.FamilyName, FontStyle.Of(typeface));
            if (!path.EndsWith(".ttc", StringComparison.OrdinalIgnoreCase)) yield break;
        }
    }

    private static bool TryOpen(string path, int index, [NotNullWhen(true)] out SKTypeface? typeface)
        => (typeface = SKTypeface.FromFile(path, index)) is not null;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Fonts} fonts found in {Milliseconds} ms")]
    private static partial void FontsFound(ILogger logger, int fonts, long milliseconds);
}
