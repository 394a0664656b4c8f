namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>How often <see cref="FailingConsumer"/> fails before it succeeds.</summary>
internal sealed class FailurePlan(int failures)
{
    private int _attempts;

    public int Failures => failures;

    public int Attempts => _attempts;

    public int NextAttempt() => Interlocked.Increment(ref _attempts);
}
