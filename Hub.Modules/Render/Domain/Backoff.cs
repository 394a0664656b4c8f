namespace Hub.Modules.Render.Domain;

/// <summary>How long a failed instruction waits before it is tried again: 2 s, doubled each time, at most 2 min, varied by ±20 %.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private const double Jitter = 0.2;

    /// <param name="failures">Failures of the kind so far, this one included: 1 for the first.</param>
    /// <param name="random">0 to 1; spreads jobs that failed together.</param>
    public static TimeSpan Before(int failures, double random)
    {
        var doubled = First * Math.Pow(2, Math.Clamp(failures - 1, 0, 20));
        var capped = doubled < Longest ? doubled : Longest;
        return capped * (1 - Jitter + (2 * Jitter * random));
    }
}
