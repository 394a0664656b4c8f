using Hub.Contracts.Monitoring;
using Hub.Modules.FeatureTable.Persistence;

namespace Hub.Modules.FeatureTable.WatchFolders;

/// <summary>Which alerts come and go when the content of a file was dealt with. A file whose content says nothing new raises nothing.</summary>
internal static class FileAlerts
{
    private const int MostNamed = 3;

    /// <returns>The messages to publish.</returns>
    /// <param name="before">What was known of the file; null when nothing.</param>
    /// <param name="now">What is known now.</param>
    public static IEnumerable<object> Between(SourceFileRow? before, SourceFileRow now)
    {
        if (now.State == SourceFileState.Bad && (before?.State != SourceFileState.Bad || before.LastError != now.LastError))
            yield return Raised(AlertCodes.FeatureTableBadFile, now, $"The file cannot be read, and none of its hands are stored: {now.LastError}");
        else if (now.State == SourceFileState.Read && before?.State == SourceFileState.Bad)
            yield return Resolved(AlertCodes.FeatureTableBadFile, now, "The file was read.");

        if (now.Problems.Except(before?.Problems ?? []).Any())
            yield return Raised(AlertCodes.FeatureTableBadHand, now, $"{now.Problems.Count} hands cannot be read; the {now.HandCount} others are stored. {Some(now.Problems)}");
        else if (now.State == SourceFileState.Read && now.Problems.Count == 0 && before?.Problems.Count > 0)
            yield return Resolved(AlertCodes.FeatureTableBadHand, now, "All hands of the file were read.");
    }

    private static string Some(IReadOnlyList<string> problems)
        => string.Join("; ", problems.Take(MostNamed)) + (problems.Count > MostNamed ? $"; and {problems.Count - MostNamed} more, see /api/v1/feature-table/files." : "");

    private static AlertRaised Raised(string code, SourceFileRow file, string text)
        => new() { Code = code, Severity = AlertSeverity.Warning, Subject = Subject(file), Text = text, OccurredAt = file.CheckedAt };

    private static AlertResolved Resolved(string code, SourceFileRow file, string text)
        => new() { Code = code, Subject = Subject(file), Text = text, OccurredAt = file.CheckedAt };

    private static string Subject(SourceFileRow file) => $"{file.Source}: {file.Path}";
}
