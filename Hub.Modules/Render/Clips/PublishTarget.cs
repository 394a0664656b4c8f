using System.Buffers;

namespace Hub.Modules.Render.Clips;

/// <summary>Where a request that names its file wants a copy. Names come from outside, so they may lead nowhere but below the output roots.</summary>
internal sealed class PublishTarget(RenderFolders folders)
{
    private const int LongestPath = 700;
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>:\"/\\|?*");

    /// <param name="folder">Folder that was asked for; null for the clip folder.</param>
    /// <param name="fileName">Name that was asked for, with or without its extension.</param>
    /// <param name="extension">The format's; empty for a folder of pictures.</param>
    /// <returns>Absolute path, or null when no copy is asked for.</returns>
    /// <exception cref="FormatException">The folder or the name is not allowed; the message says why.</exception>
    public string? For(string? folder, string? fileName, string extension)
    {
        if (string.IsNullOrWhiteSpace(fileName))
        {
            return null;
        }

        if (fileName.AsSpan().ContainsAny(Forbidden) || fileName.Any(char.IsControl) || fileName.TrimEnd('.', ' ') != fileName || IsDeviceName(fileName))
        {
            throw new FormatException($"output_filename '{fileName}' is no plain file name that Windows allows, too");
        }

        if (ClipName.IsReserved(fileName))
        {
            throw new FormatException($"output_filename '{fileName}' has the form of a clip's own name, which is given once and never replaced");
        }

        var name = fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? fileName : fileName + extension;
        if (extension.Length == 0 && name.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
        {
            name = Path.GetFileNameWithoutExtension(name).TrimEnd('.', ' ');
        }

        var path = Path.GetFullPath(Path.Combine(string.IsNullOrWhiteSpace(folder) ? folders.Clips : Path.GetFullPath(folder, folders.Clips), name));
        if (!folders.IsBelowOutputRoot(path))
        {
            throw new FormatException($"output_path '{folder}' lies outside the folders in Render:OutputRoots ({string.Join(", ", folders.OutputRoots)})");
        }

        return path.Length <= LongestPath ? path : throw new FormatException($"output_path and output_filename make a path of {path.Length} characters; at most {LongestPath} are kept");
    }

    private static bool IsDeviceName(string fileName)
    {
        var stem = fileName.Split('.')[0].ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL" || (stem.Length == 4 && (stem.StartsWith("COM", StringComparison.Ordinal) || stem.StartsWith("LPT", StringComparison.Ordinal)) && char.IsAsciiDigit(stem[3]));
    }
}
