namespace Hub.Modules.Subtitle.Players;

/// <summary>A picture's path below the picture folder. It never leads out of it; whether the file exists is the renderer's to say.</summary>
internal static class PictureName
{
    private const int Longest = 200;
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".webp"];

    /// <summary>The path as it is stored, with forward slashes.</summary>
    public static string Of(string path) => path.Replace('\\', '/');

    /// <summary>What is wrong with <paramref name="path"/>, or null.</summary>
    public static string? Problem(string path)
    {
        var parts = Of(path).Split('/');
        if (path.Length > Longest)
            return $"is longer than {Longest} characters";
        if (parts.Any(part => part is "" or "." or ".." || part.EndsWith('.') || part.Any(IsUnsafe)))
            return "must be a file below the picture folder, such as players/kim.png";

        return Endings.Contains(Path.GetExtension(parts[^1]), StringComparer.OrdinalIgnoreCase)
            ? null
            : $"must end in {string.Join(", ", Endings)}";
    }

    /// <summary>What Windows does not allow in names; a colon would name a drive or a stream.</summary>
    private static bool IsUnsafe(char character) => char.IsControl(character) || character is ':' or '*' or '?' or '"' or '<' or '>' or '|';
}
