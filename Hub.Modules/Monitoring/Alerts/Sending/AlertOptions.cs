using System.ComponentModel.DataAnnotations;

namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>Who is told of alerts, and how long they are kept.</summary>
internal sealed class AlertOptions : IValidatableObject
{
    public const string SectionName = "Alerts";

    /// <summary>Addresses that get alerts by HTTP POST.</summary>
    public IReadOnlyList<WebhookOptions> Webhooks { get; set; } = [];

    /// <summary>The mail server; no mail is sent while it has no host.</summary>
    [Required]
    public SmtpOptions Smtp { get; set; } = new();

    /// <summary>How long a target may take to accept a message.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A target that does not accept a message for so long does not get it.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "3.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(6);

    /// <summary>An alert that goes on is told again, but not more often than this.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan RemindAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>An alert that comes up again is told at once, unless an earlier one of its code and subject was told of no longer ago than this.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan CalmAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>An alert that is worth knowing only is closed when it has not come again for so long.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan CloseInformationAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Days for which alerts are kept after their end.</summary>
    [Range(1, 365)]
    public int KeepDays { get; set; } = 30;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var names = Webhooks.Select((webhook, index) => webhook.NameOr(index)).Append(Smtp.Name);
        if (names.CountBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(name => name.Value > 1) is { Key: { } twice })
            yield return new ValidationResult($"two targets are called '{twice}'; give each a Name of its own.");
    }
}
