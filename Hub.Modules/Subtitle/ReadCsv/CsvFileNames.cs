using System.Text.Json;

namespace Hub.Modules.Subtitle.ReadCsv;

/// <summary>What the exported files are called. Capitals make no difference.</summary>
internal static class CsvFileNames
{
    private static readonly Dictionary<string, CsvFileKind> Kinds = Enum.GetValues<CsvFileKind>().ToDictionary(Of, StringComparer.OrdinalIgnoreCase);

    /// <summary>In the order in which the files are dealt with.</summary>
    public static IReadOnlyCollection<string> All => Kinds.Keys;

    public static string Of(CsvFileKind kind) => $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString())}.csv";

    /// <returns>Null for a file that is none of the five.</returns>
    public static CsvFileKind? KindOf(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;
}
