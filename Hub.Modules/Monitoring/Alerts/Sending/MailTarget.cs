using System.Globalization;
using Hub.Contracts.Monitoring;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>Sends mail: one for all that is to be told at a time.</summary>
internal sealed class MailTarget(SmtpOptions options) : IAlertTarget
{
    public string Name => options.Name;

    public AlertSeverity LeastSeverity => options.LeastSeverity;

    public async Task SendAsync(IReadOnlyList<AlertNotice> notices, CancellationToken cancellationToken)
    {
        using var message = Compose(notices);
        // A hub often has no way to the servers that know of revoked certificates.
        using var client = new SmtpClient { CheckCertificateRevocation = false };
        try
        {
            await client.ConnectAsync(options.Host!, options.Port, Protection(options.Security), cancellationToken);
            if (options is { UserName: { } user, Password: { } password })
                await client.AuthenticateAsync(user, password, cancellationToken);
            await client.SendAsync(message, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new TargetException(Reason(exception), retryAfter: null, exception);
        }

        await QuitAsync(client, cancellationToken);
    }

    private MimeMessage Compose(IReadOnlyList<AlertNotice> notices)
    {
        var subject = notices is [var only]
            ? NoticeText.Title(only)
            : string.Create(CultureInfo.InvariantCulture, $"{notices.Count} alerts, {notices.Max(notice => notice.Severity).ToString().ToUpperInvariant()} at most");
        var message = new MimeMessage { Subject = $"[WSOP Hub] {subject}", Body = new TextPart("plain") { Text = string.Join("\n\n", notices.Select(notice => $"{NoticeText.Title(notice)}\n{NoticeText.Body(notice)}")) } };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.AddRange(options.To.Select(MailboxAddress.Parse));
        return message;
    }

    /// <summary>The mail is with the server already: whatever goes wrong now must not make it a second one.</summary>
    private static async Task QuitAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception)
        {
            // Disposing the client ends the connection, too.
        }
    }

    private static SecureSocketOptions Protection(SmtpSecurity security) => security switch
    {
        SmtpSecurity.None => SecureSocketOptions.None,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    private static string Reason(Exception exception) => exception switch
    {
        SmtpCommandException refused => string.Create(CultureInfo.InvariantCulture, $"answered {(int)refused.StatusCode} {refused.StatusCode} ({refused.ErrorCode})"),
        AuthenticationException => "refuses the login",
        SslHandshakeException => "shows a certificate that is not trusted",
        NotSupportedException => "offers no encryption",
        _ => "cannot be reached or broke off",
    };
}
