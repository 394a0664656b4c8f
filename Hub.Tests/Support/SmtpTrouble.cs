namespace Hub.Tests.Support;

/// <summary>What a mail server can do wrong.</summary>
internal enum SmtpTrouble
{
    None,

    /// <summary>Takes the connection and says nothing.</summary>
    Silent,

    ClosesAfterHello,

    RefusesReceivers,

    /// <summary>The mail is taken, but nobody learns so.</summary>
    TakesTheMailAndBreaksOff,
}
