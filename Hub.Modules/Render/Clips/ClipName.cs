using System.Text;
using System.Text.RegularExpressions;

namespace Hub.Modules.Render.Clips;

/// <summary>
/// A clip's own name: template, instruction, attempt, claim. Unique for ever, never overwritten, safe on Windows.
/// </summary>
internal static partial class ClipName
{
    /// <summary>Added while the file is being written.</summary>
    public const string PartSuffix = ".part";

    private const int LongestSlug = 60;

    public static string For(string templateName, long instructionId, long attempt, Guid claimId, string extension)
        => $"{Slug(templateName)}_{instructionId}-{attempt}-{claimId:N}{extension}";

    /// <returns>The claim in a clip's or an unfinished clip's name; null when the file is none of ours.</returns>
    public static Guid? ClaimIn(string fileName)
        => Own().Match(fileName) is { Success: true } match ? Guid.ParseExact(match.Groups["claim"].ValueSpan, "N") : null;

    /// <summary>Whether a name could be a clip's own, also where upper and lower case are the same.</summary>
    public static bool IsReserved(string fileName) => ClipNameBeginning().IsMatch(fileName);

    private static string Slug(string templateName)
    {
        var slug = new StringBuilder(LongestSlug);
        foreach (var character in templateName.Where(character => slug.Length < LongestSlug))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(character);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        // A word in front keeps clear of Windows' device names (CON, NUL, COM1 …).
        return slug.ToString().TrimEnd('-') is { Length: > 0 } text ? $"clip-{text}" : "clip";
    }

    [GeneratedRegex(@"^clip.*_\d+-\d+-[0-9a-f]{32}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ClipNameBeginning();

    [GeneratedRegex(@"^clip.*_\d+-\d+-(?<claim>[0-9a-f]{32})(\.[a-z0-9]+)?(\.part)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Own();
}
