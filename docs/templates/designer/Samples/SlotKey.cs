using System.Globalization;

namespace TemplateDesigner.Samples;

/// <summary>Takes keys of slotted fields apart.</summary>
internal static class SlotKey
{
    private const string Prefix = "slot";

    /// <summary><c>slot3_name</c> is slot 3 of <c>name</c>; <c>name</c> has no slot.</summary>
    public static (int? Slot, string Field) Split(string key)
        => key.Split('_', 2) is [var slot, var field] && slot.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(slot.AsSpan(Prefix.Length), CultureInfo.InvariantCulture, out var number)
            ? (number, field)
            : (null, key);
}
