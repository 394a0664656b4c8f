using System.Net.Http.Json;

namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>Notices as the one text that Slack's incoming webhooks take.</summary>
internal static class SlackMessage
{
    // Slack cuts at 40,000 characters, and nobody reads that much.
    private const int MostNotices = 15;
    private const int LongestText = 500;

    public static HttpContent Of(IReadOnlyList<AlertNotice> notices)
    {
        var lines = notices.Take(MostNotices).Select(notice => $"*{Escape(NoticeText.Title(notice))}*\n{Escape(AlertText.Words(NoticeText.Body(notice), LongestText))}");
        var text = string.Join("\n\n", lines) + (notices.Count > MostNotices ? $"\n\n… and {notices.Count - MostNotices} more; the hub's page lists them." : "");
        return JsonContent.Create(new { text });
    }

    /// <summary>The three characters that mean something to Slack: nothing in a text may call a channel or make a link.</summary>
    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
