using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.ManualData;

/// <summary>What texts typed in by a person must be like. Blanks are tidied before anything is counted.</summary>
internal static class TextRules
{
    public const int LongestName = 100;

    /// <summary>A text that must be there.</summary>
    public static void CheckName(this FieldErrors errors, string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Add(field, "is required");
        else
            errors.CheckText(field, text);
    }

    /// <summary>A text that may be left out.</summary>
    public static void CheckText(this FieldErrors errors, string field, string? text, int longest = LongestName)
    {
        if (text is null)
            return;
        if (NameKey.Tidy(text).Length > longest)
            errors.Add(field, $"is longer than {longest} characters");
        if (text.Any(char.IsControl))
            errors.Add(field, "contains a control character");
    }

    public static void CheckRange(this FieldErrors errors, string field, long? number, long lowest, long highest)
    {
        if (number < lowest || number > highest)
            errors.Add(field, $"is {number} and must be {lowest} to {highest}");
    }

    /// <summary>The text tidied; null where nothing is left.</summary>
    public static string? Filled(string? text) => NameKey.Tidy(text ?? "") is { Length: > 0 } tidy ? tidy : null;
}
