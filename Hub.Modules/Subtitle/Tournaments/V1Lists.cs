using System.Globalization;
using System.Text.Json;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.Tournaments;

/// <summary>
/// Reads v1's json columns. v1 clients write them, too: an entry that lacks what makes it one is left out, anything else that is
/// missing or odd is unknown.
/// </summary>
internal static class V1Lists
{
    /// <summary>Levels in order.</summary>
    public static IReadOnlyList<BlindLevel> Levels(string? json)
        => [.. Entries(json).Select(LevelOf).OfType<BlindLevel>().OrderBy(level => level.Level)];

    /// <summary>From first place down.</summary>
    public static IReadOnlyList<Payout> Payouts(string? json)
        => [.. Entries(json).Select(PayoutOf).OfType<Payout>().OrderBy(payout => payout.FirstPlace)];

    /// <summary>Most chips first, those whose chips are unknown last.</summary>
    public static IReadOnlyList<ChipStanding> Standings(string? json)
        => [.. Entries(json).Select(StandingOf).OfType<ChipStanding>().OrderByDescending(standing => standing.Chips ?? -1).ThenBy(standing => standing.Rank)];

    private static IReadOnlyList<JsonElement> Entries(string? json)
    {
        if (json is null)
            return [];

        var list = JsonElement.Parse(json);
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object)] : [];
    }

    private static BlindLevel? LevelOf(JsonElement entry)
        => Int(entry, "level") is { } level && Number(entry, "small_blind") is { } small && Number(entry, "big_blind") is { } big
            ? new BlindLevel(level, small, big, Number(entry, "ante") ?? 0, Int(entry, "duration_minutes") ?? 0)
            : null;

    private static Payout? PayoutOf(JsonElement entry)
    {
        if (Int(entry, "position") is not { } first || first == 0 || Number(entry, "amount") is not { } amount)
            return null;

        return new Payout(first, Math.Max(first, Int(entry, "position_end") ?? first), amount);
    }

    private static ChipStanding? StandingOf(JsonElement entry)
        => Text(entry, "name") is { } name
            ? new ChipStanding(Int(entry, "rank") ?? 0, name, Text(entry, "nationality"), Number(entry, "chips"), Text(entry, "table_id"), Int(entry, "seat"))
            : null;

    private static string? Text(JsonElement entry, string key)
        => entry.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number && value.ToString() is { Length: > 0 } text ? text : null;

    private static int? Int(JsonElement entry, string key) => Number(entry, key) is >= 0 and <= int.MaxValue and { } number ? (int)number : null;

    /// <summary>A number of 0 or more, also one written as text or with decimals that are zero.</summary>
    private static long? Number(JsonElement entry, string key)
        => decimal.TryParse(Text(entry, key), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= long.MaxValue && decimal.IsInteger(number)
            ? (long)number
            : null;
}
