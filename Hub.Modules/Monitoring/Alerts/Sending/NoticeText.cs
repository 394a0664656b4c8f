using System.Globalization;
using Hub.Modules.Monitoring.Persistence;

namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>Notices in words.</summary>
internal static class NoticeText
{
    /// <summary>One line: <c>CRITICAL render-failed: Elimination (3 times)</c>.</summary>
    public static string Title(AlertNotice notice)
    {
        var word = notice.News switch
        {
            AlertNews.Resolved => "RESOLVED",
            AlertNews.Reminder => $"STILL {notice.Severity.ToString().ToUpperInvariant()}",
            _ => notice.Severity.ToString().ToUpperInvariant(),
        };
        var times = notice.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({notice.Count} times)") : "";
        return $"{word} {notice.Code}: {notice.Subject}{times}";
    }

    /// <summary>What is wrong, or what has become of it, and since when.</summary>
    public static string Body(AlertNotice notice)
        => notice.News == AlertNews.Resolved
            ? $"{notice.Resolution ?? notice.Text} (from {At(notice.FirstSeenAt)} to {At(notice.ResolvedAt ?? notice.LastSeenAt)}, resolved by {notice.ResolvedBy})"
            : $"{notice.Text} ({(notice.Count > 1 ? $"from {At(notice.FirstSeenAt)} to {At(notice.LastSeenAt)}" : At(notice.LastSeenAt))})";

    private static string At(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
