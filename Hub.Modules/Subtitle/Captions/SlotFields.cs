namespace Hub.Modules.Subtitle.Captions;

/// <summary>Fields of numbered slots: <c>slot1_name</c>, <c>slot1_chips</c>, <c>slot2_name</c> …</summary>
internal static class SlotFields
{
    /// <summary>Adds <paramref name="slots"/> slots; those beyond the last item are empty, and items beyond the last slot are not shown.</summary>
    public static void AddSlots<T>(this Dictionary<string, string> fields, int slots, IReadOnlyList<T> items, params ReadOnlySpan<(string Field, Func<T, string> Write)> columns)
    {
        for (var slot = 0; slot < slots; slot++)
        {
            foreach (var (field, write) in columns)
            {
                fields[$"slot{slot + 1}_{field}"] = slot < items.Count ? write(items[slot]) : "";
            }
        }
    }
}
