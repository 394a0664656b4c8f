namespace Hub.Bench.Transport.Phases;

/// <summary>How the contenders consume.</summary>
internal static class Endpoint
{
    /// <summary>Messages handled at a time.</summary>
    public const int Places = 16;

    /// <summary>Messages fetched at a time.</summary>
    public const int Prefetch = 100;
}
