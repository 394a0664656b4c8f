using FluentAssertions;
using Hub.Modules.Kernel;
using Hub.Modules.Monitoring.Alerts.Sending;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hub.Tests.Monitoring.Alerts;

internal sealed class AlertOptionsTests
{
    [TestCase("Webhooks:0:Url", "hooks.example.org/services/hushhush", "Alerts:Webhooks:0: Url is not shown; must be an absolute http or https address")]
    [TestCase("Webhooks:0:Url", "https://hub:hushhush@example.org/", "without a login in it")]
    [TestCase("Webhooks:0:Url", "", "Alerts:Webhooks:0:Url")]
    [TestCase("Webhooks:0:Name", "mail", "two targets are called 'mail'")]
    [TestCase("Webhooks:0:Format", "7", "Alerts:Webhooks:0:Format = '7': must be Json or Slack.")]
    [TestCase("Smtp:From", "nobody", "Alerts:Smtp:From = 'nobody': must be a mail address.")]
    [TestCase("Smtp:To:0", "", "'' is no mail address.")]
    [TestCase("Smtp:Security", "None", "with a login must be StartTls or Tls")]
    [TestCase("Smtp:Password", null, "Alerts:Smtp:Password: must be given with UserName.")]
    [TestCase("RemindAfter", "00:00:01", "Alerts:RemindAfter")]
    public void A_wrong_setting_is_named_and_no_secret_shown(string key, string? value, string error)
    {
        var failures = Failures((key, value));

        failures.Should().ContainSingle().Which.Should().Contain(error).And.NotContain("hushhush");
    }

    [Test]
    public void What_is_right_is_taken() => Failures().Should().BeEmpty();

    private static IEnumerable<string> Failures(params (string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Webhooks:0:Url"] = "https://hooks.example.org/services/hushhush",
            ["Webhooks:1:Url"] = "http://127.0.0.1:9000/",
            ["Webhooks:1:Format"] = "slack",
            ["Webhooks:1:LeastSeverity"] = "critical",
            ["Smtp:Host"] = "mail.example.org",
            ["Smtp:UserName"] = "hub",
            ["Smtp:Password"] = "hushhush",
            ["Smtp:From"] = "Hub <hub@example.org>",
            ["Smtp:To:0"] = "crew@example.org",
        };
        foreach (var (key, value) in changes)
            settings[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Where(setting => setting.Value is not null).Select(setting => KeyValuePair.Create($"Alerts:{setting.Key}", setting.Value))).Build();
        var services = new ServiceCollection();
        services.AddValidatedOptions<AlertOptions>(configuration, AlertOptions.SectionName);
        using var provider = services.BuildServiceProvider();
        try
        {
            _ = provider.GetRequiredService<IOptions<AlertOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return exception.Failures;
        }
    }
}
