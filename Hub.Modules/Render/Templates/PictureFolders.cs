using System.Buffers;

namespace Hub.Modules.Render.Templates;

/// <summary>
/// Where the pictures of a template's fields are looked for: beside the composition first, then in folders of the house. The names
/// come from outside, so they lead nowhere else.
/// </summary>
/// <param name="pictures">Folder of photos and logos; null for none.</param>
/// <param name="flags">Folders with a file <c>kr.png</c> for each country.</param>
internal sealed class PictureFolders(string? pictures, IReadOnlyList<string> flags)
{
    private const int DeepestName = 2;

    /// <summary>Where Debian's package iso-flags-png-320x240 puts the flags.</summary>
    public static readonly string[] SystemFlags = ["/usr/share/iso-flags-png-320x240"];

    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg"];
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>:\"\\|?*");

    /// <summary>Only what packages bring along.</summary>
    public static PictureFolders None { get; } = new(null, []);

    /// <returns>Absolute path, or null where there is no picture to show.</returns>
    /// <exception cref="FormatException">The value names no picture that can be shown.</exception>
    public string? Find(string compositionFolder, TemplateFieldKind kind, string value) => kind switch
    {
        TemplateFieldKind.Flag => FindFlag(compositionFolder, value),
        TemplateFieldKind.Image when value.Length > 0 => FindPicture(compositionFolder, value),
        _ => null,
    };

    private string? FindFlag(string compositionFolder, string code)
        => code.Length == 2 && code.All(char.IsAsciiLetter)
            ? flags.Prepend(Path.Combine(compositionFolder, "flags")).Select(folder => Path.Combine(folder, $"{code.ToLowerInvariant()}.png")).FirstOrDefault(File.Exists)
            : null;

    private string FindPicture(string compositionFolder, string name)
    {
        var parts = name.Split('/');
        if (parts.Length > DeepestName || !parts.All(IsPlain) || !Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
        {
            throw new FormatException($"'{name}' is no name of a PNG or JPEG file, or of one in a folder: okafor.png, players/okafor.png");
        }

        string[] folders = [Path.Combine(compositionFolder, "images"), .. pictures is null ? [] : new[] { pictures }];
        var file = folders.Select(folder => Path.Combine([folder, .. parts])).FirstOrDefault(File.Exists)
            ?? throw new FormatException($"the picture '{name}' does not exist; looked in {string.Join(" and ", folders)}");
        return IsLink(file) || (parts.Length > 1 && IsLink(Path.GetDirectoryName(file)!))
            ? throw new FormatException($"the picture '{name}' is a link, which may lead anywhere; copy the file to its place")
            : file;
    }

    private static bool IsPlain(string part)
        => part.Length is > 0 and <= 200 && part[0] != '.' && part.TrimEnd('.', ' ') == part && !part.AsSpan().ContainsAny(Forbidden) && !part.Any(char.IsControl);

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}
