using Hub.Bench.Measuring;

namespace Hub.Bench.Rendering;

/// <summary>What was measured of one template.</summary>
/// <param name="Template">Name of the composition.</param>
/// <param name="Frames">Frames of the clip.</param>
/// <param name="Engine">The product's way, mov_alpha.</param>
/// <param name="Naive">Every frame drawn and piped whole to the same encoder.</param>
/// <param name="Drawing">Floor: drawing alone.</param>
/// <param name="Encoding">Floor: encoding alone.</param>
/// <param name="Formats">The product's way, the other formats.</param>
internal sealed record TemplateResult(
    string Template, int Frames, Measurement Engine, Measurement Naive, Measurement Drawing, Measurement Encoding, IReadOnlyDictionary<string, Measurement> Formats)
{
    public double OfNaive => Engine.Seconds / Naive.Seconds;
}
