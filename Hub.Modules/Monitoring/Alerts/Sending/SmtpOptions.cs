using System.ComponentModel.DataAnnotations;
using Hub.Contracts.Monitoring;
using MimeKit;

namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>The mail server, and who gets mail.</summary>
internal sealed class SmtpOptions : IValidatableObject
{
    /// <summary>What the target is called in the log and in the API.</summary>
    [Required]
    [StringLength(100)]
    public string Name { get; set; } = "mail";

    /// <summary>Null: no mail is sent.</summary>
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>Null: without a login.</summary>
    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>Sender, <c>hub@example.org</c> or <c>Hub &lt;hub@example.org&gt;</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>Receivers.</summary>
    public IReadOnlyList<string> To { get; set; } = [];

    /// <summary>Alerts below are not sent.</summary>
    public AlertSeverity LeastSeverity { get; set; } = AlertSeverity.Warning;

    internal bool IsOn => !string.IsNullOrWhiteSpace(Host);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Security))
            yield return new ValidationResult("must be None, StartTls or Tls.", [nameof(Security)]);
        if (!Enum.IsDefined(LeastSeverity))
            yield return new ValidationResult("must be Information, Warning or Critical.", [nameof(LeastSeverity)]);
        if (!IsOn)
            yield break;
        if (!IsAddress(From))
            yield return new ValidationResult("must be a mail address.", [nameof(From)]);
        if (To.Count == 0)
            yield return new ValidationResult("must name at least one receiver.", [nameof(To)]);
        if (To.FirstOrDefault(to => !IsAddress(to)) is { } bad)
            yield return new ValidationResult($"'{bad}' is no mail address.", [nameof(To)]);
        if (UserName is not null && Password is null)
            yield return new ValidationResult("must be given with UserName.", [nameof(Password)]);
        if (UserName is not null && Security == SmtpSecurity.None)
            yield return new ValidationResult("with a login must be StartTls or Tls, or the password would go over the network as it is.", [nameof(Security)]);
    }

    private static bool IsAddress(string text) => MailboxAddress.TryParse(text, out var mailbox) && mailbox.Address.Contains('@', StringComparison.Ordinal);
}
