namespace Hub.Modules.Render.Requests;

/// <summary>Text as PostgreSQL can hold it. A request that breaks the limits of the columns is stored as failed, cut to what they hold.</summary>
internal static class StoredText
{
    public static string Of(string text, int length = int.MaxValue)
    {
        var clean = text.Replace('\0', '\uFFFD').Replace("\\u0000", "\\ufffd", StringComparison.Ordinal);
        return clean.Length <= length ? clean : clean[..length];
    }
}
