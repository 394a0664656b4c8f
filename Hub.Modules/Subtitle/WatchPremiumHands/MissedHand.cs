using Hub.Contracts.Monitoring;

namespace Hub.Modules.Subtitle.WatchPremiumHands;

/// <summary>A premium hand of which no clip was asked for, or was not until now.</summary>
internal sealed record MissedHand(string TableId, string TableName, int HandNumber, string? HandRank)
{
    private string Subject => $"{TableId} hand {HandNumber}";

    public AlertRaised Raised(DateTimeOffset at) => new()
    {
        Code = AlertCodes.SubtitlePremiumHandWithoutRender,
        Severity = AlertSeverity.Warning,
        Subject = Subject,
        Text = $"Hand {HandNumber} at {TableName} was a premium hand ({HandRank?.Replace('_', ' ')}), and no caption of it was asked for. Ask for one, or look at the caption rules.",
        OccurredAt = at,
    };

    public AlertResolved Resolved(DateTimeOffset at) => new()
    {
        Code = AlertCodes.SubtitlePremiumHandWithoutRender,
        Subject = Subject,
        Text = "A caption of it was asked for, or it is no premium hand any more.",
        OccurredAt = at,
    };
}
