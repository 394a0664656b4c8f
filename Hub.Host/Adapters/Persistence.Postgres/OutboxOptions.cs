using System.ComponentModel.DataAnnotations;

namespace Hub.Adapters.Persistence.Postgres;

/// <summary>How messages are delivered, kept and repeated.</summary>
public sealed class OutboxOptions : IValidatableObject
{
    /// <summary>Section of the configuration.</summary>
    public const string SectionName = "Messaging:Outbox";

    /// <summary>Scopes (transactions with messages) taken for delivery at a time.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 100;

    /// <summary>Scopes of a batch that are delivered at the same time.</summary>
    [Range(1, 256)]
    public int Parallelism { get; set; } = 16;

    /// <summary>Longest time the broker may take to accept one message.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest pause between two attempts at a scope that cannot be delivered.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LongestBackoff { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How often delivery looks without having been woken: what a host has committed that died before it told the others waits for this.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan SafetyPoll { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often consumed messages are swept.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A message not consumed for so long is sent again, with a pause that doubles each time up to an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ResendAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A message not consumed for so long is given up with a warning.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "90.00:00:00")]
    public TimeSpan KeepUnconsumedFor { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long it is remembered that a message was consumed. Longer than <see cref="KeepUnconsumedFor"/>.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>A consumer that no running host has had for so long is no longer waited for.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "90.00:00:00")]
    public TimeSpan SubscriptionLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Pauses between the attempts of a consumer that fails; after the last one the message is a dead letter. Empty means
    /// 0.1, 0.5 and 2 s. An unreachable database is retried for longer and makes no dead letter.
    /// </summary>
    public IReadOnlyList<TimeSpan> RetryIntervals { get; set; } = [];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (InboxRetention <= KeepUnconsumedFor)
        {
            yield return new ValidationResult(
                $"{nameof(InboxRetention)} ({InboxRetention}) must be longer than {nameof(KeepUnconsumedFor)} ({KeepUnconsumedFor}), or a message sent again could be consumed twice.",
                [nameof(InboxRetention)]);
        }

        if (RetryIntervals.Any(interval => interval < TimeSpan.Zero || interval > TimeSpan.FromMinutes(1)))
        {
            yield return new ValidationResult($"{nameof(RetryIntervals)} must lie between 0 and 1 minute.", [nameof(RetryIntervals)]);
        }
    }
}
