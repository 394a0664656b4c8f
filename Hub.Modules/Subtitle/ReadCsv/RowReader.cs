using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.ReadCsv;

/// <summary>
/// Reads the cells of one row and collects what is wrong with them. A method that notes a problem returns a value that nobody may use.
/// </summary>
internal sealed partial class RowReader(CsvRow row)
{
    private const int LongestShown = 40;

    private static readonly string[] NotGiven = ["-", "–", "N/A", "NA", "TBD", "TBA", "NULL", "NONE"];
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "MMM d yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d MMM yyyy", "d MMMM yyyy"];
    private static readonly string[] TimeFormats = ["H:mm", "H:mm:ss", "h:mm tt", "h:mm:ss tt", "h:mmtt", "h tt", "htt"];

    private readonly List<CsvProblem> _problems = [];

    public IReadOnlyList<CsvProblem> Problems => _problems;

    /// <summary>Says what is wrong with a value that could be read.</summary>
    public void Refuse(string column, string reason, string allowed) => _problems.Add(new CsvProblem
    {
        Line = row.Line,
        Column = column,
        Value = Cell(column) is { Length: > LongestShown } text ? $"{text[..LongestShown]}…" : Cell(column),
        Reason = reason,
        Allowed = allowed,
    });

    /// <summary>A text that must be there, with single blanks.</summary>
    public string Text(string column, int longest)
    {
        if (OptionalText(column, longest) is { } text)
            return text;
        if (Cell(column).Length == 0)
            Refuse(column, "is missing", Say($"a text of 1 to {longest} characters"));
        return "";
    }

    /// <summary>A text that may be left out, with single blanks.</summary>
    public string? OptionalText(string column, int longest)
    {
        var text = NameKey.Tidy(Cell(column));
        if (text.Length > longest)
            Refuse(column, Say($"has {text.Length} characters"), Say($"at most {longest} characters"));
        else if (text.Any(char.IsControl))
            Refuse(column, "contains a control character", "letters, digits and signs");
        else
            return text.Length > 0 ? text : null;
        return null;
    }

    /// <summary>The number of a tournament, as <c>12</c> or <c>#12</c>.</summary>
    public int TournamentNumber(string column) => OptionalTournamentNumber(column) ?? Missing(column, "a number such as 12 or #12");

    /// <inheritdoc cref="TournamentNumber"/>
    public int? OptionalTournamentNumber(string column)
    {
        if (!IsGiven(column))
            return null;
        if (int.TryParse(Cell(column).TrimStart('#').TrimStart(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000)
            return number;

        Refuse(column, "is no number of a tournament", "a number such as 12 or #12, below 1,000,000");
        return 0;
    }

    /// <summary>A whole number that must be there.</summary>
    public long Whole(string column, long lowest, long highest) => OptionalWhole(column, lowest, highest) ?? Missing(column, WholeRule(lowest, highest));

    /// <summary>A whole number that may be left out.</summary>
    public long? OptionalWhole(string column, long lowest, long highest) => OptionalNumber(column, lowest, highest, WholeNumber());

    /// <summary>Whole dollars that must be there; a currency sign is passed over.</summary>
    public long Money(string column, long highest) => OptionalMoney(column, highest) ?? Missing(column, WholeRule(0, highest));

    /// <summary>Whole dollars that may be left out; a currency sign is passed over.</summary>
    public long? OptionalMoney(string column, long highest) => OptionalNumber(column, 0, highest, WholeAmount());

    /// <summary>Percent, with or without the sign: 12.5 for <c>12.5%</c>.</summary>
    public decimal? OptionalPercent(string column)
    {
        if (!IsGiven(column))
            return null;
        if (decimal.TryParse(Cell(column).TrimEnd('%').TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100)
            return percent;

        Refuse(column, "is no percentage", "0 to 100 with a decimal point, such as 12.5");
        return null;
    }

    /// <summary>Yes or no; left out means no.</summary>
    public bool Flag(string column)
    {
        if (!IsGiven(column))
            return false;
        if (FlagOf(Cell(column)) is { } flag)
            return flag;

        Refuse(column, "is neither yes nor no", "true, yes, y, 1, false, no, n, 0, or nothing for no");
        return false;
    }

    /// <summary>What a word for yes or no means; null for any other.</summary>
    public static bool? FlagOf(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "T" or "YES" or "Y" or "1" => true,
        "FALSE" or "F" or "NO" or "N" or "0" => false,
        _ => null,
    };

    public DateOnly Date(string column)
    {
        if (DateOnly.TryParseExact(Cell(column), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;

        Refuse(column, IsGiven(column) ? "is no date, or one whose day and month cannot be told apart" : "is missing", "2026-07-04, or Jul 4, 2026");
        return default;
    }

    public TimeOnly Time(string column) => OptionalTime(column) ?? (IsGiven(column) ? default : Missing<TimeOnly>(column, "17:30 or 5:30 PM"));

    public TimeOnly? OptionalTime(string column)
    {
        if (!IsGiven(column))
            return null;
        if (TimeOnly.TryParseExact(Cell(column), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;

        Refuse(column, "is no time of day", "17:30 or 5:30 PM");
        return null;
    }

    /// <summary>The cell as it stands; empty where there is none.</summary>
    public string Cell(string column) => row.Cells.GetValueOrDefault(column, "");

    /// <summary>False for nothing, and for the signs that stand for nothing.</summary>
    public bool IsGiven(string column) => Cell(column) is { Length: > 0 } text && !NotGiven.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static string WholeRule(long lowest, long highest) => Say($"a whole number from {lowest} to {highest}");

    private long? OptionalNumber(string column, long lowest, long highest, Regex form)
    {
        if (!IsGiven(column))
            return null;

        var match = form.Match(Cell(column));
        if (match.Success && long.TryParse(Separators().Replace(match.Groups["digits"].Value, ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= lowest && number <= highest)
        {
            return number;
        }

        Refuse(column, match.Success ? "is out of range" : "is no whole number", WholeRule(lowest, highest));
        return 0;
    }

    private int Missing(string column, string allowed) => Missing<int>(column, allowed);

    private T Missing<T>(string column, string allowed)
        where T : struct
    {
        Refuse(column, "is missing", allowed);
        return default;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // Groups of three only: 1,50 or 1.500 could mean two things.
    [GeneratedRegex(@"^(?<digits>[0-9]+|[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}([ \u00A0\u202F][0-9]{3})+)(\.0{1,2})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^[$€£¥₩]?\s*(?<digits>[0-9]+|[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}([ \u00A0\u202F][0-9]{3})+)(\.0{1,2})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeAmount();

    [GeneratedRegex(@"[, \u00A0\u202F]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Separators();
}
