namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>How the connection to a mail server is protected.</summary>
internal enum SmtpSecurity
{
    /// <summary>Not at all; for a relay on the same network, without a login.</summary>
    None = 0,

    /// <summary>Begins in the clear, port 587 mostly, and must then be encrypted.</summary>
    StartTls = 1,

    /// <summary>Encrypted from the first byte, port 465 mostly.</summary>
    Tls = 2,
}
