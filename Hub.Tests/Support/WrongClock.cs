namespace Hub.Tests.Support;

/// <summary>The clock of a host that nobody has set.</summary>
internal sealed class WrongClock(TimeSpan error) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + error;
}
