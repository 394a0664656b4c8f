using Hub.Modules.Render.Domain;

namespace Hub.Modules.Render.Requests;

/// <summary>Says in words for the operator what differs between two versions of a clip's fields. Pure.</summary>
internal static class FieldChanges
{
    private const int MostNamed = 5;
    private const string Empty = "(empty)";

    /// <returns><c>chips: 1,200,000 → 1,100,000; vpip: 31.0% → (empty)</c>, fields by name; null when nothing differs.</returns>
    public static string? Describe(string beforeJson, string afterJson)
    {
        var (before, after) = (LayerData.Read(beforeJson), LayerData.Read(afterJson));
        var changed = before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Where(field => before.GetValueOrDefault(field, "") != after.GetValueOrDefault(field, ""))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (changed.Count == 0)
        {
            return null;
        }

        var named = changed.Take(MostNamed).Select(field => $"{field}: {Shown(before, field)} → {Shown(after, field)}");
        return string.Join("; ", changed.Count > MostNamed ? named.Append($"and {changed.Count - MostNamed} more") : named);
    }

    private static string Shown(IReadOnlyDictionary<string, string> fields, string field)
        => fields.GetValueOrDefault(field, "") is { Length: > 0 } text ? text : Empty;
}
