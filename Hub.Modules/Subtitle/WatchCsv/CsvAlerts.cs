using Hub.Contracts.Monitoring;
using Hub.Modules.Subtitle.Persistence;

namespace Hub.Modules.Subtitle.WatchCsv;

/// <summary>Which alerts come and go with the content of one of WSOP+'s files: at most one for the file and one for all its bad rows.</summary>
internal static class CsvAlerts
{
    private const int MostNamed = 3;

    /// <returns>The messages to publish.</returns>
    /// <param name="wasBad">The content before was refused as a whole.</param>
    /// <param name="refusedBefore">Rows of the content before that were left out.</param>
    /// <param name="now">What has become of the present content.</param>
    public static IEnumerable<object> Between(bool wasBad, int refusedBefore, CsvFile now)
    {
        if (now.LastError is { } error)
        {
            yield return Raised(AlertCodes.SubtitleBadFile, now, $"The file cannot be used; what was known before stays. {error}");
            yield break;
        }

        if (wasBad)
            yield return Resolved(AlertCodes.SubtitleBadFile, now, "The file was read.");
        if (now.RefusedRows > 0)
            yield return Raised(AlertCodes.SubtitleBadRows, now, $"{now.RefusedRows} rows were left out; what was known of them before stays. {Some(now)}");
        else if (refusedBefore > 0)
            yield return Resolved(AlertCodes.SubtitleBadRows, now, "All rows of the file were read.");
    }

    private static string Some(CsvFile file)
        => string.Join("; ", file.Problems.Take(MostNamed)) + (file.Problems.Count > MostNamed ? "; /api/v1/csv-files lists the others." : "");

    private static AlertRaised Raised(string code, CsvFile file, string text)
        => new() { Code = code, Severity = AlertSeverity.Warning, Subject = file.Name, Text = text, OccurredAt = file.CheckedAt };

    private static AlertResolved Resolved(string code, CsvFile file, string text) => new() { Code = code, Subject = file.Name, Text = text, OccurredAt = file.CheckedAt };
}
