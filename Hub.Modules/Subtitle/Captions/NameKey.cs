namespace Hub.Modules.Subtitle.Captions;

/// <summary>
/// What two spellings of one name have in common: single blanks, none at the ends, invariant capitals. Accents and punctuation
/// count: names that differ in them can be two people's. So does the encoding of accents, since the hub runs without ICU;
/// PokerGFX and browsers send composed characters.
/// </summary>
internal static class NameKey
{
    /// <summary>The name with single blanks and none at the ends, capitals as they are. This is how names are stored.</summary>
    public static string Tidy(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Equal for names that only differ in capitals and blanks.</summary>
    public static string Of(string name) => Tidy(name).ToUpperInvariant();
}
