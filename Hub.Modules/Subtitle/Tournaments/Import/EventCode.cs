using System.Globalization;
using System.Text;

namespace Hub.Modules.Subtitle.Tournaments.Import;

/// <summary>Makes the code that v1 and captions know a tournament by.</summary>
internal static class EventCode
{
    private const int WordsWithInitials = 4;

    /// <summary><c>WSOP_&lt;year&gt;_E&lt;number&gt;_&lt;ME | CHAMP | initials of the first four words&gt;</c>, e.g. <c>WSOP_2026_E12_NHD</c>.</summary>
    public static string Of(int year, int number, string name) => string.Create(CultureInfo.InvariantCulture, $"WSOP_{year}_E{number}_{Suffix(name)}");

    private static string Suffix(string name)
    {
        var words = name.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', words);
        return text.Contains("MAIN EVENT", StringComparison.Ordinal) ? "ME"
            : text.Contains("CHAMPIONSHIP", StringComparison.Ordinal) ? "CHAMP"
            : string.Concat(words.Select(Initial).OfType<Rune>().Take(WordsWithInitials));
    }

    // The first letter or digit: in "$1,500 (6-Handed)" the signs say nothing, and a code stands in addresses.
    private static Rune? Initial(string word)
        => word.EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(rune => (Rune?)rune).FirstOrDefault();
}
