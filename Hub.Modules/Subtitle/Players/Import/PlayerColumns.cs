using System.Globalization;
using System.Numerics;
using Hub.Modules.Kernel;

namespace Hub.Modules.Subtitle.Players.Import;

/// <summary>The columns of a file of players, and how their texts are read.</summary>
internal static class PlayerColumns
{
    public const string Name = "name";
    private const string DisplayName = "display_name";
    private const string Nationality = "nationality";
    private const string Photo = "photo";
    private const string Bracelets = "bracelets";
    private const string TotalEarnings = "total_earnings";
    private const string IsKeyPlayer = "is_key_player";

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["displayName"] = DisplayName,
        ["totalEarnings"] = TotalEarnings,
    };

    public static IReadOnlyList<string> All { get; } = [Name, DisplayName, Nationality, Photo, Bracelets, TotalEarnings, IsKeyPlayer];

    /// <summary>The column that a title in the header means, or null.</summary>
    public static string? Of(string title)
        => All.FirstOrDefault(column => string.Equals(column, title.Trim().Replace(' ', '_'), StringComparison.OrdinalIgnoreCase));

    /// <summary>The column that a field of the API is called in a file.</summary>
    public static string OfField(string field) => Fields.GetValueOrDefault(field, field);

    /// <summary><paramref name="known"/> with what the row says of the player.</summary>
    public static PlayerData Apply(PlayerRow row, PlayerData known, FieldErrors errors) => known with
    {
        Name = row.Name,
        DisplayName = row.Cells.GetValueOrDefault(DisplayName) ?? known.DisplayName,
        Nationality = row.Cells.GetValueOrDefault(Nationality) ?? known.Nationality,
        Photo = row.Cells.GetValueOrDefault(Photo) ?? known.Photo,
        Bracelets = Read<int>(row, Bracelets, errors) ?? known.Bracelets,
        TotalEarnings = Read<long>(row, TotalEarnings, errors) ?? known.TotalEarnings,
        IsKeyPlayer = ReadFlag(row, errors) ?? known.IsKeyPlayer,
    };

    private static TNumber? Read<TNumber>(PlayerRow row, string column, FieldErrors errors)
        where TNumber : struct, INumber<TNumber>
    {
        if (!row.Cells.TryGetValue(column, out var text))
            return null;
        if (TNumber.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
            return number;

        errors.Add(column, $"'{Short(text)}' is no whole number");
        return null;
    }

    private static bool? ReadFlag(PlayerRow row, FieldErrors errors)
    {
        if (!row.Cells.TryGetValue(IsKeyPlayer, out var text))
            return null;
        switch (text.ToUpperInvariant())
        {
            case "TRUE" or "YES" or "1":
                return true;
            case "FALSE" or "NO" or "0":
                return false;
            default:
                errors.Add(IsKeyPlayer, $"'{Short(text)}' is none of true, false, yes, no, 1, 0");
                return null;
        }
    }

    private static string Short(string text) => text.Length <= 40 ? text : $"{text[..40]}…";
}
