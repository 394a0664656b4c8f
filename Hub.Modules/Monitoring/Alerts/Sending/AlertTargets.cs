using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>The targets that are configured on this host.</summary>
internal sealed class AlertTargets : IDisposable
{
    public AlertTargets(IOptions<AlertOptions> options, TimeProvider clock)
        => All =
        [
            .. options.Value.Webhooks.Select((webhook, index) => new WebhookTarget(webhook, webhook.NameOr(index), clock)),
            .. options.Value.Smtp.IsOn ? [new MailTarget(options.Value.Smtp)] : Array.Empty<IAlertTarget>(),
        ];

    public IReadOnlyList<IAlertTarget> All { get; }

    /// <summary>How many there will be; looks at what is there, not at whether it is right.</summary>
    public static int Count(IConfiguration configuration)
    {
        var alerts = configuration.GetSection(AlertOptions.SectionName);
        return alerts.GetSection(nameof(AlertOptions.Webhooks)).GetChildren().Count()
            + (string.IsNullOrWhiteSpace(alerts[$"{nameof(AlertOptions.Smtp)}:{nameof(SmtpOptions.Host)}"]) ? 0 : 1);
    }

    public void Dispose()
    {
        foreach (var target in All.OfType<IDisposable>())
            target.Dispose();
    }
}
