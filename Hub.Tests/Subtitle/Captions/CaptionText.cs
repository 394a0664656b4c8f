using System.Globalization;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Tests.Subtitle.Captions;

/// <summary>The fields of a caption as a text that is easy to read and to compare: a line for each field, a table for the slots.</summary>
internal static class CaptionText
{
    public static string Of(string template, CaptionSource source) => Of(Compositions.Find(template)!.Write(source));

    private static string Of(IReadOnlyDictionary<string, string> fields)
    {
        var slots = fields.Keys.Where(IsSlotted).ToLookup(SlotOf);
        var columns = slots.Count == 0 ? [] : slots.First().Select(ColumnOf).ToList();
        string[] lines =
        [
            .. fields.Where(field => !IsSlotted(field.Key)).Select(field => $"{field.Key}: {field.Value}"),
            .. columns.Count > 0 ? [$"slot: {string.Join(" / ", columns)}"] : Array.Empty<string>(),
            .. slots.OrderBy(slot => slot.Key).Select(slot => $"{slot.Key}: {string.Join(" / ", columns.Select(column => fields[$"slot{slot.Key}_{column}"]))}"),
        ];
        return string.Join('\n', lines.Select(line => line.TrimEnd()));
    }

    private static bool IsSlotted(string key) => key.StartsWith("slot", StringComparison.Ordinal) && key.Contains('_', StringComparison.Ordinal);

    private static int SlotOf(string key) => int.Parse(key["slot".Length..key.IndexOf('_', StringComparison.Ordinal)], CultureInfo.InvariantCulture);

    private static string ColumnOf(string key) => key[(key.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
