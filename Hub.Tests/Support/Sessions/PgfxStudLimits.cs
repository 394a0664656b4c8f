namespace Hub.Tests.Support.Sessions;

/// <summary>Unused in Hold'em, but always there.</summary>
internal sealed record PgfxStudLimits
{
    public long BringInAmt { get; init; }

    public int BringInPlayerNum { get; init; } = 1;

    public long HighLimitAmt { get; init; }

    public long LowLimitAmt { get; init; }
}
