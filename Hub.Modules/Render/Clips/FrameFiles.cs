namespace Hub.Modules.Render.Clips;

/// <summary>The pictures in the folder of a sequence: <c>name_00000.png</c> and so on.</summary>
internal static class FrameFiles
{
    private const string Numbers = "_00000.png";

    /// <returns>The files in the order of their frames.</returns>
    public static IReadOnlyList<string> In(string folder) => [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)];

    /// <summary>A frame's name in a sequence of another name.</summary>
    public static string Renamed(string frame, string name) => name + Path.GetFileName(frame)[^Numbers.Length..];

    /// <summary>Whether a path is a frame of the sequence of that name.</summary>
    public static bool IsFrame(string path, string name)
        => Path.GetFileName(path) is var file && file.Length == name.Length + Numbers.Length && file.StartsWith(name, StringComparison.Ordinal) && file.EndsWith(".png", StringComparison.Ordinal);

    /// <summary>All frames as ffmpeg names them: with a place for the number.</summary>
    public static string Pattern(string folder)
    {
        var first = Directory.EnumerateFiles(folder, "*" + Numbers).FirstOrDefault() ?? Path.Combine(folder, Numbers);
        // A plain per cent sign is written twice.
        return first[..^Numbers.Length].Replace("%", "%%", StringComparison.Ordinal) + "_%05d.png";
    }
}
