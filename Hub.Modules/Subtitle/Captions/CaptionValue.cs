using System.Globalization;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>
/// How each kind of value is written. What is unknown becomes <c>''</c>, which hides the layer; it never becomes a zero.
/// </summary>
internal static class CaptionValue
{
    /// <summary>What every template takes, in UTF-16 units. Exports allow longer names; a cut caption is better than none.</summary>
    public const int LongestText = 60;

    // Beyond any table: a typing error in the export. Shown as unknown, since no template has room for it.
    private const long MostChips = 999_999_999_999;
    private const long MostDollars = 999_999_999_999;
    private const decimal MostBigBlinds = 999_999;
    private const int LowestPlace = 99_999;

    private const string UnknownFlag = "XX";

    /// <summary><c>1,620,000</c>; unknown, negative or absurd: empty.</summary>
    public static string Chips(long? chips) => chips is >= 0 and <= MostChips ? Grouped(chips.Value) : "";

    /// <summary>What a stack has won or lost: <c>+350,000</c>, <c>-350,000</c>, <c>0</c>; absurd: empty.</summary>
    public static string Change(long chips) => chips switch
    {
        < -MostChips or > MostChips => "",
        > 0 => $"+{Grouped(chips)}",
        _ => Grouped(chips),
    };

    /// <summary><c>8.8M</c>, at most one decimal; unknown, negative or absurd: empty.</summary>
    public static string ShortChips(long? chips) => chips is >= 0 and <= MostChips ? ShortNumber.Write(chips.Value, decimals: 1) : "";

    /// <summary><c>75.0</c>; unknown, negative or absurd chips, or no big blind, or absurd: empty.</summary>
    public static string BigBlinds(long? chips, long bigBlind)
        => chips is >= 0 && bigBlind > 0 && (decimal)chips.Value / bigBlind is <= MostBigBlinds and var bigBlinds ? OneDecimal(bigBlinds) : "";

    /// <summary><c>$15,000</c>, whole dollars; <c>$0</c> only for a stated zero; unknown, negative or absurd: empty.</summary>
    public static string Money(long? dollars) => dollars is >= 0 and <= MostDollars ? $"${Grouped(dollars.Value)}" : "";

    /// <summary>Entries, places, bracelets: <c>1,234</c>; unknown, negative or none: empty, since no caption boasts of nothing.</summary>
    public static string Count(int? number) => number is > 0 ? Grouped(number.Value) : "";

    /// <summary>A part of a whole such as 0.354 as <c>35.4%</c>; unknown, negative or more than the whole: empty.</summary>
    public static string Percent(decimal? fraction) => fraction is >= 0 and <= 1 ? $"{OneDecimal(fraction.Value * 100)}%" : "";

    /// <summary><c>Jan 14</c>.</summary>
    public static string Date(DateOnly? date) => date?.ToString("MMM d", CultureInfo.InvariantCulture) ?? "";

    /// <summary><c>05:30 PM</c>.</summary>
    public static string Time(TimeOnly? time) => time?.ToString("hh:mm tt", CultureInfo.InvariantCulture) ?? "";

    /// <summary><c>10K/20K (20K)</c>; without an ante <c>10K/20K</c>; no big blind: empty.</summary>
    public static string Blinds(long smallBlind, long bigBlind, long ante)
    {
        if (smallBlind is < 0 or > MostChips || bigBlind is <= 0 or > MostChips || ante > MostChips)
        {
            return "";
        }

        var blinds = $"{BlindAmount(smallBlind)}/{BlindAmount(bigBlind)}";
        return ante > 0 ? $"{blinds} ({BlindAmount(ante)})" : blinds;
    }

    /// <summary><c>LEVEL 23</c>; unknown: empty.</summary>
    public static string Level(int? level) => level is > 0 ? $"LEVEL {Rank(level)}" : "";

    /// <summary><c>60 MIN</c>; unknown or none: empty.</summary>
    public static string Minutes(int? minutes) => minutes is > 0 ? string.Create(CultureInfo.InvariantCulture, $"{minutes} MIN") : "";

    /// <summary>How far back a figure lies: <c>10 HANDS AGO</c>.</summary>
    public static string HandsAgo(int hands) => string.Create(CultureInfo.InvariantCulture, $"{hands} {(hands == 1 ? "HAND" : "HANDS")} AGO");

    /// <summary>What a figure covers: <c>LAST 30 HANDS</c>.</summary>
    public static string LastHands(int hands) => string.Create(CultureInfo.InvariantCulture, $"LAST {hands} HANDS");

    /// <summary>A place in a list, <c>5</c>; unknown or absurd: empty.</summary>
    public static string Rank(int? rank) => rank is > 0 and <= LowestPlace ? rank.Value.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>A place or a range of places in a list, <c>5</c> or <c>10-12</c>.</summary>
    public static string Places(int first, int last) => last > first ? $"{Rank(first)}-{Rank(last)}" : Rank(first);

    /// <summary>A place that stands alone, <c>5TH</c>; unknown or absurd: empty.</summary>
    public static string Ordinal(int? rank) => rank is > 0 and <= LowestPlace ? Rank(rank) + OrdinalSuffix(rank.Value) : "";

    /// <summary>An ISO 3166-1 alpha-2 code in capitals; anything else: <c>XX</c>.</summary>
    public static string Flag(string? country)
        => country?.Trim() is { Length: 2 } code && code.All(char.IsAsciiLetter) ? code.ToUpperInvariant() : UnknownFlag;

    /// <summary>
    /// Text in capitals, the same on every machine: one line, single spaces, cut with <c>…</c> where it is longer than
    /// <see cref="LongestText"/>. ß and ı are raised by hand, because the invariant mapping leaves them small.
    /// </summary>
    public static string Text(string? text)
    {
        var printable = string.Concat((text ?? "").Select(character => char.IsControl(character) ? ' ' : character));
        var words = printable.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        var upper = string.Join(' ', words).Replace("ß", "SS", StringComparison.Ordinal).Replace('ı', 'I').ToUpperInvariant();
        return upper.Length <= LongestText ? upper : Cut(upper);
    }

    // Between two characters as a reader sees them, never inside one.
    private static string Cut(string text)
        => text[..StringInfo.ParseCombiningCharacters(text).Last(start => start < LongestText)] + "…";

    private static string Grouped(long amount) => amount.ToString("N0", CultureInfo.InvariantCulture);

    private static string OneDecimal(decimal amount)
        => decimal.Round(amount, 1, MidpointRounding.AwayFromZero).ToString("F1", CultureInfo.InvariantCulture);

    // Blinds are exact amounts that viewers compare: 1,250 must not become 1.3K.
    private static string BlindAmount(long amount) => ShortNumber.Write(amount, decimals: 2);

    private static string OrdinalSuffix(int number) => (number % 100) switch
    {
        11 or 12 or 13 => "TH",
        var lastTwo => (lastTwo % 10) switch { 1 => "ST", 2 => "ND", 3 => "RD", _ => "TH" },
    };
}
