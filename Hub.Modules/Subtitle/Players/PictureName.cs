namespace Hub.Modules.Subtitle.Players;

/// <summary>
/// A picture below the picture folder, in it or in one folder of it. The path never leads out; whether the file is there is for
/// the renderer to say.
/// </summary>
internal static class PictureName
{
    private const int Longest = 200;
    private const int MostParts = 2;
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg"];

    /// <summary>The path as it is stored, with forward slashes.</summary>
    public static string Of(string path) => path.Replace('\\', '/');

    /// <summary>What is wrong with <paramref name="path"/>, or null.</summary>
    public static string? Problem(string path)
    {
        var parts = Of(path).Split('/');
        if (path.Length > Longest)
            return $"is longer than {Longest} characters";
        if (parts.Length > MostParts || parts.Any(part => part is "" or "." or ".." || part.EndsWith('.') || part.Any(IsUnsafe)))
            return "must be a file in the picture folder or in one folder of it, such as players/kim.png";

        return Endings.Contains(Path.GetExtension(parts[^1]), StringComparer.OrdinalIgnoreCase)
            ? null
            : $"must end in {string.Join(", ", Endings)}";
    }

    /// <summary>What Windows does not allow in names; a colon would name a drive or a stream.</summary>
    private static bool IsUnsafe(char character) => char.IsControl(character) || character is ':' or '*' or '?' or '"' or '<' or '>' or '|';
}
