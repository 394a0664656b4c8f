namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>A target has not taken a message. The message of the exception says why in words that hold no secret.</summary>
/// <param name="message">Why.</param>
/// <param name="retryAfter">When the target wants to be asked again; null when it does not say.</param>
/// <param name="innerException">Whose message may hold secrets.</param>
internal sealed class TargetException(string message, TimeSpan? retryAfter = null, Exception? innerException = null) : Exception(message, innerException)
{
    public TimeSpan? RetryAfter => retryAfter;
}
