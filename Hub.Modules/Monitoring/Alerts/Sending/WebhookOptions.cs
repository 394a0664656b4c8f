using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hub.Contracts.Monitoring;

namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>An address that gets alerts by HTTP POST.</summary>
internal sealed class WebhookOptions : IValidatableObject
{
    /// <summary>What the target is called in the log and in the API; null: <c>webhook 1</c>, <c>webhook 2</c> …</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Name { get; set; }

    /// <summary>A secret: whoever has it may post there.</summary>
    [Required]
    public string Url { get; set; } = "";

    public WebhookFormat Format { get; set; } = WebhookFormat.Json;

    /// <summary>Alerts below are not sent.</summary>
    public AlertSeverity LeastSeverity { get; set; } = AlertSeverity.Warning;

    internal string NameOr(int index) => Name ?? string.Create(CultureInfo.InvariantCulture, $"webhook {index + 1}");

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Names no member: its value would be shown.
        if (Url.Length > 0 && !(Uri.TryCreate(Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0))
            yield return new ValidationResult("Url is not shown; must be an absolute http or https address without a login in it.");
        if (!Enum.IsDefined(Format))
            yield return new ValidationResult("must be Json or Slack.", [nameof(Format)]);
        if (!Enum.IsDefined(LeastSeverity))
            yield return new ValidationResult("must be Information, Warning or Critical.", [nameof(LeastSeverity)]);
    }
}
