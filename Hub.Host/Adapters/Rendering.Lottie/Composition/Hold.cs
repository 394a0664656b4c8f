namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>The part of a composition in which nothing moves, given by a marker named <c>hold</c>.</summary>
/// <param name="Start">First still frame.</param>
/// <param name="Length">How many frames stay the same.</param>
internal sealed record Hold(double Start, double Length)
{
    /// <summary>Name of the marker.</summary>
    public const string Marker = "hold";

    /// <summary>The composition's frame for a clip that is <paramref name="extra"/> frames longer (or, below zero, shorter).</summary>
    public double Map(double frame, double extra)
    {
        var still = Math.Max(0, Length + extra);
        if (frame <= Start) return frame;
        return frame < Start + still ? Start + Math.Min(frame - Start, Length) : frame - extra;
    }
}
